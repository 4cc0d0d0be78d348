using System.Text.Json.Nodes;
using Microsoft.OpenApi.Reader;
using NJsonSchema;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.OpenApi;

/// <summary>The admin API describes itself: every route, and its real answers and bodies are what the document says.</summary>
public sealed class AdminOpenApiTests
{
    private const string Fox = """{"prompt":"A fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    private static readonly (string Method, string Path, string Body, int Status)[] Calls =
    [
        ("GET", "", "", 200),
        ("GET", "/openapi", "", 200),
        ("GET", "/health", "", 200),
        ("GET", "/version", "", 200),
        ("GET", "/settings", "", 200),
        ("PUT", "/settings", "{}", 409),
        ("GET", "/requests", "", 200),
        ("POST", "/requests/find", """{"method":"ANY","operation":"submit","status":200,"limit":5}""", 200),
        ("POST", "/requests/count", """{"urlPathPattern":"/v2/.*","after":0}""", 200),
        ("GET", "/requests/unmatched?limit=3", "", 200),
        ("GET", "/requests/unmatched/near-misses", "", 200),
        ("GET", "/near-misses", "", 200),
        ("POST", "/near-misses/request", """{"method":"GET","url":"/v2/requests"}""", 200),
        ("GET", "/requests/1", "", 200),
        ("GET", "/requests/99", "", 404),
        ("GET", "/jobs?state=QUEUED&limit=2", "", 200),
        ("GET", "/jobs?state=DONE", "", 400),
        ("GET", "/jobs/{id}", "", 200),
        ("GET", "/jobs/nobody", "", 404),
        ("PUT", "/jobs/{id}", """{"runTime":"90s","failure":"none","stuck":false}""", 200),
        ("GET", "/clock", "", 200),
        ("PUT", "/clock", """{"action":"advance","by":"1.5s"}""", 200),
        ("POST", "/clock", """{"action":"scale"}""", 501),
        ("GET", "/wait?job={id}&state=COMPLETED", "", 409),
        ("GET", "/wait?job={id}&state=COMPLETED&frozen=advance", "", 200),
        ("POST", "/wait", """{"requests":1,"timeout":"1s"}""", 200),
        ("POST", "/faults", """{"fault":"bad_gateway@status*2"}""", 200),
        ("GET", "/faults", "", 200),
        ("DELETE", "/faults", "", 200),
        ("PUT", "/limits", """{"requestsPerMinute":5}""", 200),
        ("GET", "/limits", "", 200),
        ("GET", "/ledger", "", 200),
        ("POST", "/sessions", """{"name":"a","workers":null,"jobTime":"5s","keys":["SG_0000000000000001"],"pace":2,"failureRate":0.5}""", 200),
        ("POST", "/sessions", """{"name":"a"}""", 409),
        ("GET", "/sessions", "", 200),
        ("GET", "/sessions/a", "", 200),
        ("DELETE", "/sessions/a", "", 200),
        ("DELETE", "/sessions", "", 200),
        ("POST", "/reset", "", 200),
        ("DELETE", "/requests", "", 200),
        ("POST", "/shutdown", "", 501),
    ];

    private readonly HttpMessageInvoker _invoker = new(new TwinMessageHandler(new TwinCore(new TwinOptions { ManualClock = true }, new MovedClock())));

    [Fact]
    public async Task Document_OfTheAdminApi_IsWellFormedOpenApi()
    {
        var text = await TextAsync("GET", "/__admin/openapi");

        var read = OpenApiModelFactory.Parse(text, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.NotEmpty(read.Document!.Paths);
    }

    [Fact]
    public async Task Calls_OfEveryRoute_SendAndAnswerWhatTheDocumentSays()
    {
        var document = JsonNode.Parse(await TextAsync("GET", "/__admin/openapi"))!.AsObject();
        await TextAsync("GET", "/v2/nothing");
        var id = JsonNode.Parse(await TextAsync("POST", "/v2/pixverse-text2video", Fox))!["request_id"]!.GetValue<string>();
        var left = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(m => $"{m.Key.ToUpperInvariant()} {p.Key}")).ToHashSet(StringComparer.Ordinal);

        foreach (var (method, template, body, status) in Calls)
        {
            using var request = Request(method, "/__admin" + template.Replace("{id}", id, StringComparison.Ordinal), body);
            using var response = await _invoker.SendAsync(request, CancellationToken.None);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(status == (int)response.StatusCode, $"{method} {template}: {(int)response.StatusCode} {text}");

            var path = PathOf(document, template.Split('?')[0]);
            var operation = document["paths"]![path]![method.ToLowerInvariant()]!;
            await ValidAsync(document, operation["responses"]![$"{status}"]!["content"]!["application/json"]!["schema"]!, text);
            if (body.Length > 0 && operation["requestBody"] is { } sent)
            {
                await ValidAsync(document, sent["content"]!["application/json"]!["schema"]!, body);
            }

            left.Remove($"{method} {path}");
        }

        Assert.Empty(left);
    }

    [Theory]
    [InlineData("""{"status":"ok","session":"","now":"2026-10-01T12:00:00Z"}""", true)]
    [InlineData("""{"status":"ok","session":""}""", false)]
    [InlineData("""{"status":"ok","session":null,"now":"2026-10-01T12:00:00Z"}""", false)]
    [InlineData("""{"status":"ok","session":"","now":"2026-10-01T12:00:00Z","more":1}""", false)]
    public async Task Validation_OfAnAnswer_SeesWhatIsMissingWrongOrNotDescribed(string answer, bool isValid)
    {
        var document = JsonNode.Parse(await TextAsync("GET", "/__admin/openapi"))!.AsObject();

        Assert.Equal(isValid, (await ErrorsAsync(document, document["components"]!["schemas"]!["Health"]!, answer)).Length == 0);
    }

    private static string PathOf(JsonObject document, string path)
    {
        var given = ("/__admin" + path).Split('/');
        return document["paths"]!.AsObject().Select(p => p.Key)
            .Where(p => p.Split('/') is var segments && segments.Length == given.Length && segments.Zip(given).All(s => s.First == s.Second || s.First.StartsWith('{')))
            .OrderBy(p => p.Count(c => c == '{'))
            .First();
    }

    private static async Task ValidAsync(JsonObject document, JsonNode schema, string text)
    {
        var errors = await ErrorsAsync(document, schema, text);
        Assert.True(errors.Length == 0, $"{errors} in {text}");
    }

    // Members that a schema does not name are forbidden here, so that nothing is answered that is not described.
    private static async Task<string> ErrorsAsync(JsonObject document, JsonNode schema, string text)
    {
        var whole = schema.DeepClone().AsObject();
        if (whole["$ref"] is { } reference)
        {
            whole = document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!.DeepClone().AsObject();
        }

        Close(whole);
        return string.Join("; ", (await JsonSchema.FromJsonAsync(whole.ToJsonString())).Validate(text));
    }

    private static void Close(JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            foreach (var member in schema.ToArray())
            {
                Close(member.Value);
            }

            if (schema["properties"] is JsonObject && !schema.ContainsKey("additionalProperties"))
            {
                schema["additionalProperties"] = false;
            }
        }
    }

    private async Task<string> TextAsync(string method, string path, string body = "")
    {
        using var request = Request(method, path, body);
        using var response = await _invoker.SendAsync(request, CancellationToken.None);
        return await response.Content.ReadAsStringAsync();
    }

    private static HttpRequestMessage Request(string method, string path, string body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "http://twin.test" + path) { Headers = { { "x-api-key", "SG_0000000000000001" } } };
        request.Content = body.Length == 0 ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return request;
    }
}
