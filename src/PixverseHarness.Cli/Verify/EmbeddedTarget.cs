using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary>Twins in this process: one for each scene, made as the scene is wished, on a clock that moves only when it is told to.</summary>
/// <param name="options">What the twins model, apart from what a scene wishes.</param>
internal sealed class EmbeddedTarget(TwinOptions options) : ITarget
{
    private const string Origin = "http://twin.invalid";
    private const string Key = "SG_0000000000000001";
    private const string OtherKey = "SG_0000000000000002";

    // Not on a whole second or minute, and elsewhere for every seed: windows and roundings have to cope.
    private static readonly DateTimeOffset Epoch = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Stride = TimeSpan.FromMilliseconds(7_253);

    /// <inheritdoc/>
    public string Name => "the embedded twin";

    /// <inheritdoc/>
    public TargetKind Kind => TargetKind.Twin;

    /// <inheritdoc/>
    public ApiProfile Profile => options.Profile;

    /// <inheritdoc/>
    public bool HasSessions => true;

    /// <inheritdoc/>
    public Task<SceneOffer> OpenAsync(string name, SceneWish wish, CancellationToken cancellationToken)
    {
        var now = Epoch + (Stride * (options.Seed % 10_000));
        var core = new TwinCore(Arranged(wish), new StillClock(now));
        return Task.FromResult(SceneOffer.Of(new Scene
        {
            BaseUrl = Origin,
            Key = Key,
            OtherKey = OtherKey,
            RefusesMadeUpKeys = wish.ClosedKeys,
            Invoker = new HttpMessageInvoker(new TwinMessageHandler(core)),
            Pace = new MovedPace(core.Clock, core.Clock.Advance, () => core.Clock.NextTimerAt),
            Triggers = new TwinTriggers(),
            Profile = options.Profile,
            Kind = TargetKind.Twin,
        }));
    }

    private TwinOptions Arranged(SceneWish wish) => options with
    {
        ManualClock = true,
        JournalCapacity = 0,
        RequestsPerMinute = wish.RequestsPerMinute ?? options.RequestsPerMinute,
        Plan = wish.Plan ?? options.Plan,
        Credits = wish.Credits ?? options.Credits,
        Workers = wish.Workers ?? options.Workers,
        ServiceTime = wish.JobTime ?? options.ServiceTime,
        Keys = wish.ClosedKeys ? [Key, OtherKey] : options.Keys,
    };
}
