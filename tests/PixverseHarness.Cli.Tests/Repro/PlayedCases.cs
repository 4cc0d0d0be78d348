using PixverseHarness.Cli.Repro;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Repro;

/// <summary>Every case of one profile, played against a twin of its own that is kept.</summary>
public abstract class PlayedCases : IAsyncLifetime
{
    private readonly List<PixverseTwin> _twins = [];
    private readonly TemporaryFolder _folder = new();

    /// <summary>Name of the profile.</summary>
    protected abstract string Profile { get; }

    /// <summary>What came of each case.</summary>
    internal List<ReproRun> Runs { get; } = [];

    /// <summary>Writes the programs of one tool into files, one a case, and answers their paths.</summary>
    internal async Task<IReadOnlyList<string>> WriteAsync(string extension, Func<Snippets, string> snippet)
    {
        var paths = new List<string>();
        foreach (var run in Runs)
        {
            paths.Add(_folder.File($"{run.Case.Name}{extension}"));
            await File.WriteAllTextAsync(paths[^1], snippet(Snippets.Of(run.Origin, run.Final)) + "\n");
        }

        return paths;
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        foreach (var name in ReproCases.Names)
        {
            var repro = ReproCases.Of(name, ApiProfile.Find(Profile)!);
            var twin = await PixverseTwin.StartAsync(new PixverseTwinOptions { Twin = repro.Twin }, Pixverse.RealClock);
            _twins.Add(twin);
            Runs.Add(await ReproRun.PlayAsync(repro, twin, Pixverse.RealClock, CancellationToken.None));
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var twin in _twins)
        {
            await twin.DisposeAsync();
        }

        _folder.Dispose();
    }
}
