using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PixverseHarness.Cli.Verify;
using PixverseHarness.Contract.OpenApi;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;

namespace PixverseHarness.Cli.Tests.OpenApi;

/// <summary>What the twin answers is what the document says, although neither is made from the other.</summary>
public sealed class TwinAnswersTests
{
    private const string Body =
        """{"prompt":"A fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    public static TheoryData<string> Profiles { get; } = ["documented", "observed"];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Answers_OfACompletedJob_AreValid(string profile)
    {
        var desk = new Desk(profile, new TwinOptions());

        var id = await desk.SubmitAsync();
        await desk.AskAsync(ApiOperation.GetResult, HttpStatusCode.OK, id);
        foreach (var step in new[] { 0d, 0.5, 10, 120 })
        {
            desk.Advance(step);
            await desk.AskAsync(ApiOperation.GetStatus, HttpStatusCode.OK, id);
        }

        await desk.AskAsync(ApiOperation.GetResult, HttpStatusCode.OK, id);
        await desk.AskAsync(ApiOperation.GetV1Result, HttpStatusCode.OK, id);
        await desk.AskAsync(ApiOperation.GetCredits, HttpStatusCode.OK);
        desk.Advance(3600);
        await desk.AskAsync(ApiOperation.GetStatus, HttpStatusCode.NotFound, id);
        Assert.Equal(new HashSet<string> { "QUEUED", "PROCESSING", "COMPLETED" }, desk.States);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Answers_OfAFailedJob_AreValid(string profile)
    {
        var desk = new Desk(profile, new TwinOptions { FailureRate = 1 });

        var id = await desk.SubmitAsync();
        desk.Advance(300);

        await desk.AskAsync(ApiOperation.GetStatus, HttpStatusCode.UnprocessableEntity, id);
        await desk.AskAsync(ApiOperation.GetResult, HttpStatusCode.UnprocessableEntity, id);
        Assert.Contains("FAILED", desk.States);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Answers_OfRefusals_AreValid(string profile)
    {
        var desk = new Desk(profile, new TwinOptions { Keys = [Desk.Key], RequestsPerMinute = 1 });

        await desk.AskAsync(ApiOperation.GetStatus, HttpStatusCode.Unauthorized, "x", key: "SG_0000000000000002");
        await desk.AskAsync(ApiOperation.GetStatus, HttpStatusCode.NotFound, "3f0c7a52-91d4-4be8-a6c3-5d27e08b41f9");
        await desk.AskAsync(ApiOperation.Submit, HttpStatusCode.NotAcceptable, body: Body, contentType: "text/plain");
        await desk.AskAsync(ApiOperation.Submit, HttpStatusCode.BadRequest, body: "{");
        await desk.SubmitAsync();
        await desk.AskAsync(ApiOperation.Submit, HttpStatusCode.TooManyRequests, body: Body);
        Assert.Empty(desk.States.Except(["QUEUED"]));
    }

    /// <summary>A twin on a moved clock; every answer is held against the document as it arrives.</summary>
    private sealed class Desk
    {
        public const string Key = "SG_0000000000000001";

        private readonly TwinCore _core;
        private readonly HttpMessageInvoker _invoker;
        private readonly JsonObject _document;

        public Desk(string profileName, TwinOptions options)
        {
            var profile = ApiProfile.Find(profileName)!;
            _core = new TwinCore(options with { Profile = profile, ManualClock = true }, new StillClock(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero)));
            _invoker = new HttpMessageInvoker(new TwinMessageHandler(_core));
            _document = OpenApiDocument.Build(profile);
        }

        public HashSet<string> States { get; } = new(StringComparer.Ordinal);

        public void Advance(double seconds) => _core.Clock.Advance(TimeSpan.FromSeconds(seconds));

        public async Task<string> SubmitAsync() =>
            (await AskAsync(ApiOperation.Submit, HttpStatusCode.OK, body: Body)).GetProperty("request_id").GetString()!;

        public async Task<JsonElement> AskAsync(
            ApiOperation operation, HttpStatusCode expected, string id = "", string? body = null, string contentType = "application/json", string key = Key)
        {
            var spec = Operations.Get(operation);
            using var request = new HttpRequestMessage(new HttpMethod(spec.Method), new Uri("http://twin.invalid" + spec.PathFor(id)));
            request.Headers.Add(Operations.KeyHeader, key);
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType);

            using var response = await _invoker.SendAsync(request, CancellationToken.None);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode}: {text}");

            var described = _document["paths"]![spec.PathTemplate]![spec.Method.ToLowerInvariant()]!["responses"]![$"{(int)expected}"]!;
            var schema = described["content"]![response.Content.Headers.ContentType!.MediaType!]!["schema"];
            var answer = JsonElement.Parse(text);
            Assert.True(new SchemaCheck(_document).Accepts(schema, answer), $"{spec.Name} {(int)expected}: {text}");
            Assert.All(described["headers"]?.AsObject().Select(h => h.Key) ?? [], h => Assert.True(response.Headers.Contains(h), h));
            if (answer.TryGetProperty("status", out var state))
            {
                States.Add(state.GetString()!);
            }

            return answer;
        }
    }
}
