using System.Globalization;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Jobs;

namespace PixverseHarness.Simulator.Tests.Sessions;

/// <summary>
/// The twin as one caller would see it: jobs and one balance, written apart from the twin. It says what is wrong with a
/// history: a history is linearizable when some order of its calls that respects their overlaps is right for one caller
/// (Herlihy and Wing, 1990); the twin names its order, so only that one has to be checked.
/// </summary>
internal sealed class SequentialModel(MicroDollars opening, IReadOnlyDictionary<string, JobSnapshot> jobs)
{
    private readonly SortedSet<(DateTimeOffset EndsAt, long Number, string Id)> _running = [];
    private readonly HashSet<string> _accepted = [];
    private MicroDollars _balance = opening;
    private MicroDollars _reserved;

    /// <summary>Everything that is wrong with a history.</summary>
    public IEnumerable<string> FaultsOf(IEnumerable<Call> history)
    {
        var ordered = history.OrderBy(c => c.Number).ToList();
        var latest = -1L;
        foreach (var (index, call) in ordered.Index())
        {
            // Nobody that the order puts later may have returned before this call began.
            latest = Math.Max(latest, call.Invoked);
            if (call.Returned < latest)
            {
                yield return $"call {call.Number} returned before an earlier one was made";
            }

            if (call.Number != ordered[0].Number + index)
            {
                yield return $"call {call.Number} stands twice, or one before it is missing";
            }

            var expected = Answer(call);
            if (expected != (call.Status, call.Said))
            {
                yield return $"call {call.Number}, {call.Operation}: {(call.Status, call.Said)} instead of {expected}";
            }
        }
    }

    private (int Status, string Said) Answer(Call call)
    {
        var now = new DateTimeOffset(call.At, TimeSpan.Zero);
        while (_running.Min is { Id: not null } next && next.EndsAt <= now)
        {
            _running.Remove(next);
            _reserved -= jobs[next.Id].Price;
            _balance -= jobs[next.Id].Failure is null ? jobs[next.Id].Price : MicroDollars.Zero;
        }

        switch (call.Operation)
        {
            case ApiOperation.Submit:
                if (_balance - _reserved < PriceTable.Lowest)
                {
                    return (406, "");
                }

                if (call.Job is { } made)
                {
                    _reserved += PriceTable.Lowest;
                    _accepted.Add(made);
                    _running.Add((jobs[made].EndsAt, call.Number, made));
                }

                return (200, "QUEUED");
            case ApiOperation.GetCredits:
                return (200, _balance.ToDollars().ToString("0.######", CultureInfo.InvariantCulture));
            default:
                var job = jobs[call.Job!];
                return !_accepted.Contains(call.Job!) ? (404, "")
                    : now < job.StartsAt ? (200, "QUEUED")
                    : now < job.EndsAt ? (200, "PROCESSING")
                    : job.Failure is null ? (200, "COMPLETED") : (422, "FAILED");
        }
    }
}
