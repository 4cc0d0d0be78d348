using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary>A target that tells of every request, and that can do no more than the one it stands for.</summary>
/// <param name="target">Who answers.</param>
/// <param name="isTwin">Whether the target can be arranged and its clock moved.</param>
/// <param name="note">Told method, path and body of every request.</param>
internal sealed class RehearsedTarget(ITarget target, bool isTwin, Action<string, string, byte[]> note) : ITarget
{
    /// <inheritdoc/>
    public string Name => target.Name;

    /// <inheritdoc/>
    public TargetKind Kind => target.Kind;

    /// <inheritdoc/>
    public ApiProfile Profile => target.Profile;

    /// <inheritdoc/>
    public bool HasSessions => target.HasSessions;

    /// <inheritdoc/>
    public async Task<SceneOffer> OpenAsync(string name, SceneWish wish, CancellationToken cancellationToken)
    {
        if (!isTwin && (wish with { ClosedKeys = false }) != SceneWish.Any)
        {
            return SceneOffer.Refused("the target cannot be arranged");
        }

        var offer = await target.OpenAsync(name, wish, cancellationToken);
        if (offer.Scene is not { } scene)
        {
            return offer;
        }

        var noted = scene with { Invoker = new HttpMessageInvoker(new Noting(scene.Invoker, note)) };
        return SceneOffer.Of(isTwin ? noted : noted with { Triggers = new NoTriggers(), OtherKey = null, RefusesMadeUpKeys = true, Pace = new Patient(scene.Pace) });
    }

    // Time passes at once, but no more of it than would be waited for.
    private sealed class Patient(Pace pace) : Pace
    {
        private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

        public override DateTimeOffset Now => pace.Now;

        public override bool IsExact => false;

        public override bool CanPass(TimeSpan time) => time <= Bound;

        public override Task PassAsync(TimeSpan time, CancellationToken cancellationToken) => pace.PassAsync(time, cancellationToken);

        public override Task<bool> AwaitAsync(Task work, TimeSpan patience, CancellationToken cancellationToken) =>
            pace.AwaitAsync(work, patience, cancellationToken);
    }

    private sealed class Noting(HttpMessageInvoker inner, Action<string, string, byte[]> note) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            note(request.Method.Method, request.RequestUri!.AbsolutePath, body);
            return await inner.SendAsync(request, cancellationToken);
        }
    }
}
