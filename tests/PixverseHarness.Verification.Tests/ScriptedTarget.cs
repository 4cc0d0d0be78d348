using System.Net;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.TestKit;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Tests;

/// <summary>A target that answers what a test says.</summary>
internal sealed class ScriptedTarget(Func<HttpRequestMessage, HttpResponseMessage> answer) : ITarget
{
    private readonly MovedClock _clock = new();

    public string Name => "script";

    public TargetKind Kind { get; init; } = TargetKind.Implementation;

    public ApiProfile Profile { get; init; } = ApiProfile.Documented;

    public bool HasSessions => false;

    public Task<SceneOffer> OpenAsync(string name, SceneWish wish, CancellationToken cancellationToken) => Task.FromResult(wish == SceneWish.Any || wish == new SceneWish { ClosedKeys = true }
        ? SceneOffer.Of(Scene())
        : SceneOffer.Refused("the target cannot be arranged"));

    public Scene Scene() => new()
    {
        BaseUrl = "http://script.invalid",
        Key = "SG_0000000000000001",
        OtherKey = "SG_0000000000000002",
        Invoker = new HttpMessageInvoker(new Handler(answer)),
        Pace = new MovedPace(_clock, _clock.Advance, () => null),
        Profile = Profile,
        Kind = Kind,
    };

    public static HttpResponseMessage Json(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };

    private sealed class Handler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }
}
