using System.Text;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Tests.Repro;
using PixverseHarness.Client;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Findings;
using PixverseHarness.TestKit;
using PixverseHarness.Verification.Clients;

namespace PixverseHarness.Cli.Tests.Verify;

public sealed class ClientRunTests
{
    private const string Body = """{"prompt":"A fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    private const string GoodPython = """
        import json, os, urllib.request
        base, key = os.environ["PIXVERSE_BASE_URL"], os.environ["SEGMIND_API_KEY"]
        def ask(path, body=None):
            headers = {"x-api-key": key} | ({"content-type": "application/json"} if body else {})
            request = urllib.request.Request(base + path, json.dumps(body).encode() if body else None, headers)
            return json.load(urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request))
        job = ask("/v2/pixverse-text2video", dict(prompt="A fox", aspect_ratio="16:9", duration=5, motion_mode="normal", quality="540p"))
        print(ask("/v2/requests/" + job["request_id"] + "/status")["status"])
        """;

    private static readonly Dictionary<string, Func<Caller, Task>> Faulty = new(StringComparer.Ordinal)
    {
        ["known-path: lists the jobs"] = c => c.GetAsync("/v2/requests"),
        ["known-path: a slash at the end"] = async c => await c.GetAsync($"/v2/requests/{await c.SubmitAsync()}/"),
        ["known-path: the version twice"] = c => c.GetAsync("/v1/v1/get-user-credits"),
        ["method: reads the model"] = c => c.GetAsync("/v2/pixverse-text2video"),
        ["method: posts to the status"] = async c => await c.PostAsync(Body, c.Key, path: $"/v2/requests/{await c.SubmitAsync()}/status"),
        ["no-query: asks for a format"] = async c => await c.GetAsync($"/v2/requests/{await c.SubmitAsync()}?format=json"),
        ["no-body: polls with a body"] = async c => await c.GetAsync($"/v2/requests/{await c.SubmitAsync()}/status", body: "{}"),
        ["key-missing: forgets it"] = c => c.PostAsync(Body, key: null),
        ["key-missing: on the polls alone"] = async c => await c.GetAsync($"/v2/requests/{await c.SubmitAsync()}/status", withKey: false),
        ["key-value: one of its own"] = c => c.PostAsync(Body, key: "SG_0000000000000001"),
        ["key-value: in quotes"] = c => c.PostAsync(Body, key: $"'{c.Key}'"),
        ["authorization: bearer"] = c => c.PostAsync(Body, key: null, header: ("Authorization", $"Bearer {c.Key}")),
        ["authorization: beside the key"] = c => c.PostAsync(Body, c.Key, header: ("Authorization", "Basic Og==")),
        ["key-in-url: as a query"] = c => c.GetAsync($"/v1/get-user-credits?key={c.Key}"),
        ["key-in-body: as a member"] = c => c.PostAsync(Body[..^1] + $",\"api_key\":\"{c.Key}\"}}", c.Key),
        ["key-in-header: for debugging"] = c => c.PostAsync(Body, c.Key, header: ("X-Debug", c.Key)),
        ["key-at-output: the same headers everywhere"] = c => c.GetAsync("/generations/fox.mp4"),
        ["content-type: plain text"] = c => c.PostAsync(Body, c.Key, contentType: "text/plain"),
        ["content-type: a form"] = c => c.PostAsync("prompt=fox", c.Key, contentType: "application/x-www-form-urlencoded"),
        ["json-body: cut off"] = c => c.PostAsync("{", c.Key),
        ["json-body: a list"] = c => c.PostAsync($"[{Body}]", c.Key),
        ["missing-parameter: the prompt alone"] = c => c.PostAsync("""{"prompt":"A fox"}""", c.Key),
        ["parameter-type: a duration in quotes"] = c => c.PostAsync(Body.Replace(":5,", ":\"5\",", StringComparison.Ordinal), c.Key),
        ["parameter-value: 4k"] = c => c.PostAsync(Body.Replace("540p", "4k", StringComparison.Ordinal), c.Key),
        ["parameter-value: an empty prompt"] = c => c.PostAsync(Body.Replace("A fox", "", StringComparison.Ordinal), c.Key),
        ["parameter-rules: 8 s in 1080p"] = c => c.PostAsync(Body.Replace(":5,", ":8,", StringComparison.Ordinal).Replace("540p", "1080p", StringComparison.Ordinal), c.Key),
        ["parameter-rules: 8 s in fast motion"] = c => c.PostAsync(Body.Replace(":5,", ":8,", StringComparison.Ordinal).Replace("normal", "fast", StringComparison.Ordinal), c.Key),
        ["unknown-member: a model"] = c => c.PostAsync(Body[..^1] + ",\"model\":\"v3.5\"}", c.Key),
        ["duplicate-member: two qualities"] = c => c.PostAsync(Body[..^1] + ",\"quality\":\"720p\"}", c.Key),
        ["given-id: a made-up one"] = c => c.GetAsync("/v2/requests/3f0c7a52-91d4-4be8-a6c3-5d27e08b41f9/status"),
        ["given-id: a digit short"] = async c => await c.GetAsync($"/v2/requests/{(await c.SubmitAsync())[..^1]}/status"),
    };

    public static TheoryData<string> FaultyClients { get; } = [.. Faulty.Keys];

    [Theory]
    [MemberData(nameof(FaultyClients))]
    public async Task Verify_FaultyClient_Exits1AndNamesTheRule(string client)
    {
        var pixverse = Running(variables => Call(variables, Faulty[client]));

        var run = await pixverse.RunAsync("verify", "--seed", "4", "--client", "--", "client");

        Assert.Equal(ExitCodes.Findings, run.Code);
        Assert.Contains($"VIOLATED {client.Split(':')[0]}  ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(pixverse.Machine.Given["SEGMIND_API_KEY"], run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FaultyClients_All_AreManyAndCoverEveryRule()
    {
        Assert.True(Faulty.Count >= 25);
        Assert.Equal(
            ClientRules.All.Select(r => r.Id).Order(StringComparer.Ordinal),
            Faulty.Keys.Select(c => c.Split(':')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Verify_ThisRepositorysClient_RaisesNothing()
    {
        var run = await Running(async variables =>
        {
            using var client = PixverseClient.Create(variables["SEGMIND_API_KEY"], Pixverse.RealClock, new Uri(variables["PIXVERSE_BASE_URL"]));
            await client.GenerateAsync(new VideoRequest { Prompt = "A red fox" }, TimeSpan.FromMinutes(1));
            return 0;
        }).RunAsync("verify", "--seed", "4", "--client", "--", "client");

        Assert.Equal((ExitCodes.Ok, ""), (run.Code, run.Error));
        Assert.EndsWith("violations: 0\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FaultyClientWithReports_WritesRulesAndFindingsWithoutTheKey()
    {
        using var folder = new TemporaryFolder();
        var pixverse = Running(variables => Call(variables, Faulty["key-in-url: as a query"]));
        pixverse.Variables["GITHUB_STEP_SUMMARY"] = folder.File("summary.md");

        await pixverse.RunAsync("verify", "--seed", "4", "--report", "json,junit,sarif,md,html", "--report-dir", folder.Path, "--client", "--", "client");

        var run = RunDocument.FromJson(await File.ReadAllTextAsync(folder.File("run.json")));
        Assert.Equal(ClientRules.All.Select(r => r.Id), run.Verification!.Clauses.Select(c => c.Id));
        Assert.Contains(run.Findings, f => f is { Clause: "key-in-url", Class: FindingClass.ClientWrong });
        Assert.Equal(run.Findings.Select(f => f.Id).Distinct(), run.Findings.Select(f => f.Id));
        Assert.Equal(ClauseVerdict.NotChecked, run.Verification.Clauses.Single(c => c.Id == "json-body").Verdict);
        Assert.All(
            Directory.GetFiles(folder.Path).Select(File.ReadAllText),
            text => Assert.DoesNotContain(pixverse.Machine.Given["SEGMIND_API_KEY"], text, StringComparison.Ordinal));
        Assert.Equal(6, Directory.GetFiles(folder.Path).Length);
    }

    [SkippableFact]
    public async Task Verify_PythonProgram_RunsWithItsOutputPassedThrough()
    {
        Skip.IfNot(await Programs.IsThereAsync(Programs.Python, "--version"), "There is no Python.");
        var pixverse = new Pixverse { Clock = Pixverse.RealClock };
        var edges = pixverse.Edges() with { Machine = new SystemMachine() };

        var code = await PixverseCommand.RunAsync(["verify", "--seed", "4", "--client", "--", Programs.Python, "-c", GoodPython], edges, Cli.Verbs.Create());

        Assert.True(code == ExitCodes.Ok, $"{edges.Output} {edges.Error}");
        Assert.Matches("^(QUEUED|PROCESSING)\n", edges.Output.ToString()!);
        Assert.EndsWith("requests: 2, violations: 0\n", edges.Output.ToString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ClientsExitCode_IsReportedAndNotTakenOver()
    {
        var run = await Running(async variables =>
        {
            await Call(variables, c => c.PostAsync(Body, c.Key));
            return 7;
        }).RunAsync("verify", "--client", "--output", "json", "--", "client");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Equal(7, document.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(1, document.RootElement.GetProperty("requests").GetInt32());
    }

    [Fact]
    public async Task Verify_ClientThatChanges_IsFoundAndAccepted()
    {
        using var folder = new TemporaryFolder();
        var changed = Body.Replace("A fox", "A wolf", StringComparison.Ordinal);

        var codes = new List<int>();
        foreach (var (body, more) in new[] { (Body, "--accept"), (Body, ""), (changed, ""), (changed, "--accept=Client.Requests"), (changed, "") })
        {
            var run = await Running(variables => Call(variables, c => c.PostAsync(body, c.Key)))
                .RunAsync(["verify", "--client", "--snapshots", folder.Path, .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--", "client"]);
            codes.Add(run.Code);
            if (codes is [_, _, ExitCodes.Findings])
            {
                Assert.StartsWith($"Directory: {folder.Path}\nNotEqual:\n", run.Output, StringComparison.Ordinal);
                Assert.Contains("-  \"prompt\": \"A fox\",\n+  \"prompt\": \"A wolf\",\n", run.Output, StringComparison.Ordinal);
            }
        }

        Assert.Equal([ExitCodes.Ok, ExitCodes.Ok, ExitCodes.Findings, ExitCodes.Ok, ExitCodes.Ok], codes);
        Assert.Equal(["Client.Requests.verified.txt"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Verify_ClientThatSendsNothing_Exits2() =>
        await RefusedAsync(Running(_ => Task.FromResult<int?>(0)), "PXH0608", "verify", "--client", "--", "client");

    [Fact]
    public async Task Verify_ClientThatCannotStart_Exits2() =>
        await RefusedAsync(Running(_ => Task.FromResult<int?>(null)), "PXH0609", "verify", "--client", "--", "no-such-program");

    [Theory]
    [InlineData("PXH0108", "verify", "--client")]
    [InlineData("PXH0103", "verify", "stray")]
    [InlineData("PXH0102", "verify", "--sede")]
    public async Task Verify_CommandInTheWrongPlace_IsRefused(string message, params string[] line) =>
        await RefusedAsync(new Pixverse(), message, line);

    private static async Task RefusedAsync(Pixverse pixverse, string message, params string[] line)
    {
        var run = await pixverse.RunAsync(line);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith($"error {message}: ", run.Error, StringComparison.Ordinal);
    }

    private static Pixverse Running(Func<IReadOnlyDictionary<string, string>, Task<int?>> client)
    {
        var pixverse = new Pixverse { Clock = Pixverse.RealClock };
        pixverse.Machine.Client = client;
        return pixverse;
    }

    private static async Task<int?> Call(IReadOnlyDictionary<string, string> variables, Func<Caller, Task> call)
    {
        using var caller = new Caller(variables);
        await call(caller);
        return 0;
    }

    /// <summary>A client that does what it is told, right or wrong.</summary>
    private sealed class Caller(IReadOnlyDictionary<string, string> variables) : IDisposable
    {
        private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

        public string Key { get; } = variables["SEGMIND_API_KEY"];

        public async Task<string> SubmitAsync() =>
            JsonDocument.Parse(await PostAsync(Body, Key)).RootElement.GetProperty("request_id").GetString()!;

        public async Task GetAsync(string path, bool withKey = true, string? body = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, variables["PIXVERSE_BASE_URL"] + path);
            request.Content = body is null ? null : new StringContent(body);
            if (withKey)
            {
                request.Headers.Add("x-api-key", Key);
            }

            using var response = await _http.SendAsync(request);
        }

        public async Task<string> PostAsync(
            string body, string? key, string contentType = "application/json", (string Name, string Value)? header = null, string path = "/v2/pixverse-text2video")
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, variables["SEGMIND_BASE_URL"].Replace("/v1", path, StringComparison.Ordinal));
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
            if (key is not null)
            {
                request.Headers.Add("x-api-key", key);
            }

            if (header is { } more)
            {
                request.Headers.Add(more.Name, more.Value);
            }

            using var response = await _http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }

        public void Dispose() => _http.Dispose();
    }
}
