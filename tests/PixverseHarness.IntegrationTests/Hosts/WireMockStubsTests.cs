using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;
using PixverseHarness.Simulator.Triggers;
using PixverseHarness.TestKit;
using PixverseHarness.WireMock;
using PixverseHarness.WireMock.Stubs;
using WireMock.Server;

namespace PixverseHarness.IntegrationTests.Hosts;

/// <summary>What a WireMock.Net server does that knows nothing of a twin and has loaded the exported files.</summary>
public sealed class WireMockStubsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());

    public static TheoryData<string> Profiles => ["documented", "observed"];

    [Fact]
    public async Task Stubs_OfACompletedJob_WalkItsLife()
    {
        Load("documented");
        var job = Json((await SendAsync(Submit())).Body);
        Assert.Equal("QUEUED", State(await SendAsync(Get(Url(job, "response_url")))));

        var states = new List<string>();
        for (var polls = 0; polls < 5; polls++)
        {
            states.Add(State(await SendAsync(Get(Url(job, "status_url")))));
        }

        Assert.Equal(["QUEUED", "PROCESSING", "PROCESSING", "COMPLETED", "COMPLETED"], states);
        var result = await SendAsync(Get(Url(job, "response_url")));
        Assert.Equal("COMPLETED", State(result));
        var video = await SendAsync(new HttpRequestMessage(HttpMethod.Get, VideoIn(result.Body)));
        Assert.Equal((200, "video/mp4"), (video.Status, video.Type));
        Assert.Equal("ftyp", Encoding.ASCII.GetString(video.Bytes[4..8]));
    }

    [Fact]
    public async Task Stubs_AfterASecondSubmit_StartTheJobAnew()
    {
        Load("documented");
        var job = Json((await SendAsync(Submit())).Body);
        await SendAsync(Get(Url(job, "status_url")));
        Assert.Equal("PROCESSING", State(await SendAsync(Get(Url(job, "status_url")))));

        await SendAsync(Submit());

        Assert.Equal("QUEUED", State(await SendAsync(Get(Url(job, "status_url")))));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Stubs_OfEachFailedJob_EndIn422AsTheTwinDoes(string profile)
    {
        Load(profile);
        foreach (var cause in ErrorCauses.All.Where(c => c.Stage == ErrorStage.Job))
        {
            var job = Json((await SendAsync(Submit($"[[{cause.Name}]]"))).Body);
            var last = await SendAsync(Get(Url(job, "status_url")));
            for (var polls = 0; polls < 5 && last.Status == 200; polls++)
            {
                last = await SendAsync(Get(Url(job, "status_url")));
            }

            Assert.Equal((422, "FAILED"), (last.Status, State(last)));
            Assert.Equal(cause.Message, Json(last.Body).GetProperty("error").GetString());
            Assert.Equal(last, await SendAsync(Get(Url(job, "status_url"))));
            Assert.Equal(422, (await SendAsync(Get(Url(job, "response_url")))).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Stubs_OfEveryCauseOnEveryCall_AnswerAsTheTwinDoes(string profile)
    {
        Load(profile);
        using var twin = new HttpMessageInvoker(new TwinMessageHandler(new TwinCore(Options(profile), new MovedClock())));
        var different = new List<string>();
        foreach (var (cause, operation) in ErrorCauses.All.Where(c => c.Stage == ErrorStage.Request).SelectMany(c => c.Operations.Select(o => (c, o))))
        {
            foreach (var (key, prefer) in new[] { (MagicKeys.Of(cause), null), (HostUnderTest.Key, $"cause={cause.Name}") })
            {
                var stub = await SendAsync(Call(operation, key, prefer));
                var real = await AnswerAsync(twin, Call(operation, key, prefer));
                if ((stub.Status, stub.Type, stub.Body) != (real.Status, real.Type, real.Body))
                {
                    different.Add($"{cause.Name} {operation} {prefer ?? key}: {stub.Status} {stub.Body} instead of {real.Status} {real.Body}");
                }
            }
        }

        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    [Fact]
    public async Task Stubs_WithoutBeingAsked_RefuseWhatTheApiRefuses()
    {
        Load("documented");
        var noKey = Submit();
        noKey.Headers.Remove("x-api-key");
        var asText = Submit();
        asText.Content!.Headers.ContentType = new("text/plain");

        Assert.Equal(401, (await SendAsync(noKey)).Status);
        Assert.Equal(406, (await SendAsync(asText)).Status);
        Assert.Equal("{\"error\":\"Request some-id not found\"}", (await SendAsync(Get(At("/v2/requests/some-id/status")))).Body);
        Assert.Equal(405, (await SendAsync(new HttpRequestMessage(HttpMethod.Delete, At("/v2/pixverse-text2video")) { Headers = { { "x-api-key", HostUnderTest.Key } } })).Status);
        Assert.Equal(400, (await SendAsync(Get(At("/v9/nowhere")))).Status);
    }

    [Fact]
    public async Task Stubs_OfTheBlockingCall_AnswerAVideo()
    {
        Load("documented");

        var answer = await SendAsync(Call(ApiOperation.GenerateSync, HostUnderTest.Key, null));

        Assert.Equal((200, "video/mp4"), (answer.Status, answer.Type));
        Assert.Equal("ftyp", Encoding.ASCII.GetString(answer.Bytes[4..8]));
    }

    public void Dispose()
    {
        _http.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    private static TwinOptions Options(string profile) => new() { Profile = ApiProfile.Find(profile)!, ManualClock = true };

    private void Load(string profile)
    {
        foreach (var (path, text) in WireMockStubs.Create(Options(profile), new MovedClock()))
        {
            var file = Path.Combine(_folder.Path, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        _server.ReadStaticMappings(Path.Combine(_folder.Path, "mappings"));
    }

    private Uri At(string path) => new(_server.Url + path);

    private HttpRequestMessage Submit(string? tag = null) => Call(ApiOperation.Submit, HostUnderTest.Key, null, tag);

    private HttpRequestMessage Call(ApiOperation operation, string key, string? prefer, string? tag = null)
    {
        var spec = Operations.Get(operation);
        var request = new HttpRequestMessage(new HttpMethod(spec.Method), At(spec.PathFor("some-id")));
        request.Headers.Add("x-api-key", key);
        if (prefer is not null)
        {
            request.Headers.TryAddWithoutValidation("Prefer", prefer);
        }

        if (spec.CreatesJob)
        {
            request.Content = new StringContent(StubRecorder.Body(tag), Encoding.UTF8, "application/json");
        }

        return request;
    }

    private static HttpRequestMessage Get(Uri url) => new(HttpMethod.Get, url) { Headers = { { "x-api-key", HostUnderTest.Key } } };

    private Task<Answer> SendAsync(HttpRequestMessage request) => AnswerAsync(_http, request);

    private static async Task<Answer> AnswerAsync(HttpMessageInvoker invoker, HttpRequestMessage request)
    {
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, Encoding.UTF8.GetString(bytes)) { Bytes = bytes };
    }

    private static JsonElement Json(string body) => JsonDocument.Parse(body).RootElement;

    private static string State(Answer answer) => Json(answer.Body).GetProperty("status").GetString()!;

    private static Uri Url(JsonElement job, string member) => new(job.GetProperty(member).GetString()!);

    private static Uri VideoIn(string body) => new(body.Split('"').First(p => p.StartsWith("http", StringComparison.Ordinal) && p.EndsWith(".mp4", StringComparison.Ordinal)));

    private sealed record Answer(int Status, string? Type, string Body)
    {
        public byte[] Bytes { get; init; } = [];

        public bool Equals(Answer? other) => other is not null && (Status, Type, Body) == (other.Status, other.Type, other.Body);

        public override int GetHashCode() => Status;
    }
}
