using System.Collections.Immutable;

namespace PixverseHarness.Verification.Snapshots;

/// <summary>
/// Holds texts against the files of a folder, byte by byte. What differs is written beside the committed file, unless
/// nothing may be written, and only an explicit acceptance changes a committed file.
/// </summary>
/// <param name="folder">Where the files are.</param>
/// <param name="rules">What may be written.</param>
public sealed class SnapshotStore(ISnapshotFolder folder, SnapshotRules rules)
{
    private readonly Lock _lock = new();
    private readonly List<SnapshotOutcome> _outcomes = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Holds one snapshot against its file.</summary>
    /// <exception cref="InvalidOperationException">Another snapshot of the same name was compared before.</exception>
    public SnapshotOutcome Compare(Snapshot snapshot)
    {
        lock (_lock)
        {
            if (!_seen.Add(snapshot.VerifiedFile))
            {
                throw new InvalidOperationException($"Two snapshots are called {snapshot.Name}.");
            }

            var outcome = Examine(snapshot);
            _outcomes.Add(outcome);
            return outcome;
        }
    }

    /// <summary>What came of everything compared so far.</summary>
    public SnapshotReport Report() => Collect([]);

    /// <summary>
    /// What came of a full run: committed files that no snapshot of it belongs to are reported too, and deleted where they
    /// are accepted. After a part of a run ask <see cref="Report"/> instead.
    /// </summary>
    /// <param name="covers">Whether the run would have met a snapshot of this name; files of other runs in the same folder stay out of it.</param>
    public SnapshotReport ReportAll(Func<string, bool> covers)
    {
        var dangling = from file in folder.List().Order(StringComparer.Ordinal)
                       let name = Snapshot.NameOf(file)
                       where name is not null && !_seen.Contains(file) && covers(name)
                       select Dangle(file, name);
        return Collect([.. dangling]);
    }

    private SnapshotReport Collect(ImmutableArray<SnapshotOutcome> more)
    {
        lock (_lock)
        {
            return new SnapshotReport { Folder = folder.Path, Outcomes = [.. _outcomes.OrderBy(o => o.VerifiedFile, StringComparer.Ordinal), .. more] };
        }
    }

    private SnapshotOutcome Examine(Snapshot snapshot)
    {
        var expected = folder.Read(snapshot.VerifiedFile);
        var actual = snapshot.Bytes;
        var outcome = new SnapshotOutcome
        {
            Name = snapshot.Name,
            VerifiedFile = snapshot.VerifiedFile,
            ReceivedFile = snapshot.ReceivedFile,
            Verdict = SnapshotVerdict.Equal,
        };
        if (expected is not null && expected.AsSpan().SequenceEqual(actual))
        {
            Forget(snapshot.ReceivedFile);
            return outcome;
        }

        outcome = outcome with { Difference = UnifiedDiff.Of(snapshot.VerifiedFile, expected, snapshot.ReceivedFile, actual) };
        if (rules.Takes(snapshot.Name))
        {
            folder.Write(snapshot.VerifiedFile, actual);
            folder.Delete(snapshot.ReceivedFile);
            return outcome with { Verdict = SnapshotVerdict.Accepted };
        }

        if (!rules.ReadOnly)
        {
            folder.Write(snapshot.ReceivedFile, actual);
        }

        return outcome with { Verdict = expected is null ? SnapshotVerdict.New : SnapshotVerdict.NotEqual };
    }

    private SnapshotOutcome Dangle(string file, string name)
    {
        var isTaken = rules.Takes(name);
        if (isTaken)
        {
            folder.Delete(file);
        }

        return new SnapshotOutcome { Name = name, VerifiedFile = file, Verdict = isTaken ? SnapshotVerdict.Accepted : SnapshotVerdict.Delete };
    }

    private void Forget(string received)
    {
        if (!rules.ReadOnly)
        {
            folder.Delete(received);
        }
    }
}
