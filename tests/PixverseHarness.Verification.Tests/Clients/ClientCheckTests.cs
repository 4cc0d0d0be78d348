using System.Collections.Immutable;
using System.Text;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Clients;

namespace PixverseHarness.Verification.Tests.Clients;

public sealed class ClientCheckTests
{
    private const string Key = "SG_0000000000000001";
    private const string Id = "3f0c7a52-91d4-4be8-a6c3-5d27e08b41f9";
    private const string Post = "/v2/pixverse-text2video";
    private const string Body = """{"prompt":"A fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    private static readonly Dictionary<string, ClientRequest> Faulty = new(StringComparer.Ordinal)
    {
        ["known-path: a made-up path"] = Get("/v2/jobs/1"),
        ["known-path: the path of the SDK twice"] = Get($"/v1/v2/requests/{Id}"),
        ["known-path: a slash at the end"] = Get($"/v2/requests/{Id}/"),
        ["method: GET of the model"] = Get(Post),
        ["method: POST of a status"] = Submit(Body) with { Target = $"/v2/requests/{Id}/status" },
        ["method: DELETE of a job"] = Get($"/v2/requests/{Id}") with { Method = "DELETE" },
        ["no-query: a prompt in the query"] = Submit(Body) with { Target = Post + "?prompt=fox" },
        ["no-body: a status with a body"] = Get($"/v2/requests/{Id}/status") with { Body = "{}"u8.ToArray() },
        ["key-missing: none"] = Get("/v1/get-user-credits") with { Headers = [] },
        ["key-missing: only on the polls"] = Get($"/v2/requests/{Id}/status") with { Headers = [new("accept", "*/*")] },
        ["key-value: another"] = Get("/v1/get-user-credits") with { Headers = [new("x-api-key", "SG_0000000000000002")] },
        ["key-value: in quotes"] = Get("/v1/get-user-credits") with { Headers = [new("x-api-key", $"\"{Key}\"")] },
        ["key-value: twice"] = Get("/v1/get-user-credits") with { Headers = [new("x-api-key", Key), new("x-api-key", Key)] },
        ["authorization: bearer"] = With(Get("/v1/get-user-credits"), "Authorization", $"Bearer {Key}"),
        ["key-in-url: as a query"] = Get($"/v1/get-user-credits?api_key={Key}"),
        ["key-in-body: as a member"] = Submit(Body[..^1] + $",\"api_key\":\"{Key}\"}}"),
        ["key-in-header: a cookie"] = With(Get("/v1/get-user-credits"), "Cookie", $"key={Key}"),
        ["key-at-output: the same headers everywhere"] = Get("/generations/fox.mp4"),
        ["content-type: none"] = Submit(Body) with { Headers = [new("x-api-key", Key)] },
        ["content-type: urlencoded"] = Submit(Body, "application/x-www-form-urlencoded"),
        ["json-body: single quotes"] = Submit("{'prompt':'A fox'}"),
        ["json-body: a list"] = Submit($"[{Body}]"),
        ["json-body: nothing"] = Submit(""),
        ["missing-parameter: no prompt"] = Submit(Body.Replace("\"prompt\":\"A fox\",", "", StringComparison.Ordinal)),
        ["missing-parameter: no duration"] = Submit(Body.Replace("\"duration\":5,", "", StringComparison.Ordinal)),
        ["parameter-type: duration as text"] = Submit(Body.Replace(":5,", ":\"5\",", StringComparison.Ordinal)),
        ["parameter-type: a null seed"] = Submit(Body[..^1] + ",\"seed\":null}"),
        ["parameter-value: six seconds"] = Submit(Body.Replace(":5,", ":6,", StringComparison.Ordinal)),
        ["parameter-value: an empty prompt"] = Submit(Body.Replace("A fox", "", StringComparison.Ordinal)),
        ["parameter-value: 4k"] = Submit(Body.Replace("540p", "4k", StringComparison.Ordinal)),
        ["parameter-rules: R1"] = Submit(Body.Replace(":5,", ":8,", StringComparison.Ordinal).Replace("normal", "fast", StringComparison.Ordinal)),
        ["parameter-rules: R2"] = Submit(Body.Replace(":5,", ":8,", StringComparison.Ordinal).Replace("540p", "1080p", StringComparison.Ordinal)),
        ["unknown-member: a model"] = Submit(Body[..^1] + ",\"model\":\"v3.5\"}"),
        ["duplicate-member: two qualities"] = Submit(Body[..^1] + ",\"quality\":\"540p\"}"),
        ["given-id: a guess"] = Get("/v2/requests/00000000-0000-0000-0000-000000000000/status"),
        ["given-id: with a quote"] = Get($"/v2/requests/%22{Id}%22"),
    };

    public static TheoryData<string> FaultyRequests { get; } = [.. Faulty.Keys];

    [Theory]
    [MemberData(nameof(FaultyRequests))]
    public void Violations_OfAFaultyRequest_NameItsRule(string name)
    {
        var violations = Check().Violations([Faulty[name]]);

        Assert.Contains(name.Split(':')[0], violations.Select(v => v.Rule.Id));
        Assert.DoesNotContain(violations, v => $"{v.Where} {v.Seen}".Contains(Key, StringComparison.Ordinal));
    }

    [Fact]
    public void Violations_OfFaultyRequests_CoverEveryRule() =>
        Assert.Equal(
            ClientRules.All.Select(r => r.Id).Order(StringComparer.Ordinal),
            Faulty.Keys.Select(n => n.Split(':')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Violations_OfCorrectRequests_AreNone() => Assert.Empty(Check().Violations(Correct()));

    [Fact]
    public void Violations_OfTheSecondRequest_SayItsNumberAndPlace()
    {
        var violation = Assert.Single(Check().Violations([Submit(Body), Submit(Body.Replace("540p", "4k", StringComparison.Ordinal))]));

        Assert.Equal((2, "POST /v2/pixverse-text2video body /quality"), (violation.Request, violation.Where));
    }

    [Fact]
    public void Rules_All_RestOnAClause() =>
        Assert.All(ClientRules.All, r => Assert.NotNull(ClauseCatalogue.Find(r.Clause)));

    private static ImmutableArray<ClientRequest> Correct() =>
    [
        Submit(Body),
        Submit(Body[..^1] + ",\"style\":null,\"seed\":7,\"negative_prompt\":\"\"}", "application/json; charset=utf-8"),
        Submit(Body) with { Target = "/v1/pixverse-text2video" },
        Submit("--x--", "multipart/form-data; boundary=x"),
        Get($"/v2/requests/{Id}/status"),
        Get($"/v2/requests/{Id}"),
        Get($"/v1/requests/{Id}"),
        Get($"/s/shard-1/v2/requests/{Id}"),
        Get("/v1/get-user-credits"),
        Get("/generations/fox.mp4") with { Headers = [] },
    ];

    private static ClientCheck Check() => new(Key, new HashSet<string>(StringComparer.Ordinal) { Id }, ApiProfile.Documented);

    private static ClientRequest Get(string target) => new() { Method = "GET", Target = target, Headers = [new("x-api-key", Key)] };

    private static ClientRequest Submit(string body, string contentType = "application/json") => new()
    {
        Method = "POST",
        Target = Post,
        Headers = [new("X-API-Key", Key), new("Content-Type", contentType)],
        Body = Encoding.UTF8.GetBytes(body),
    };

    private static ClientRequest With(ClientRequest request, string name, string value) =>
        request with { Headers = request.Headers.Add(new(name, value)) };
}
