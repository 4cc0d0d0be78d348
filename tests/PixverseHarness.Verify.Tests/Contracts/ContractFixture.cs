using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Verify;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.Verification.Snapshots;
using PixverseHarness.Verification.Snapshots.Contracts;
using PixverseHarness.Verification.Targets;
using PixverseHarness.WireMock;

namespace PixverseHarness.Verify.Tests.Contracts;

/// <summary>The snapshots of both profiles, taken once from a twin that WireMock.Net serves.</summary>
public sealed class ContractFixture : IAsyncLifetime
{
    /// <summary>Name of the collection whose tests share it.</summary>
    public const string Name = "contracts";

    private readonly Dictionary<string, SnapshotTaking> _takings = new(StringComparer.Ordinal);

    /// <summary>The profiles.</summary>
    public static IReadOnlyList<ApiProfile> Profiles { get; } = [ApiProfile.Documented, ApiProfile.Observed];

    /// <summary>The snapshot of this name.</summary>
    public Snapshot Find(string profile, string name)
    {
        var taking = _takings[profile];
        return taking.Taken.FirstOrDefault(s => s.Name == name)
            ?? throw new InvalidOperationException($"{name} was not taken: {taking.NotTaken.GetValueOrDefault(name, "nothing says why")}.");
    }

    public async Task InitializeAsync()
    {
        // Answers come over sockets, in real time; the twin's own time is moved.
        var clock = SystemEdges.Open(CancellationToken.None).Clock;
        foreach (var profile in Profiles)
        {
            using var twin = WireMockTwin.Start(new PixverseTwinOptions { Twin = new TwinOptions { Profile = profile } }, clock);
            using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false });
            var target = new HttpTarget(
                new HttpTargetOptions
                {
                    BaseUrl = twin.Origin.GetLeftPart(UriPartial.Authority),
                    Kind = TargetKind.Twin,
                    Profile = profile,
                    Key = "SG_0000000000000001",
                    Clock = clock,
                    LongestWait = TimeSpan.Zero,
                    Run = "snapshots",
                },
                invoker);
            _takings.Add(profile.Name, await ContractSnapshots.TakeAsync(target, mostSpend: null, CancellationToken.None));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
