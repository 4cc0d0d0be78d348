using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Checks.Bodies;
using PixverseHarness.Verification.Suite;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Tests.Checks.Bodies;

/// <summary>What a finding about a body shows is the smallest body that the target still answers wrongly.</summary>
public sealed class ShrunkFindingTests
{
    private const string Id = "7d3c1f5a-9b2e-4c68-8a17-5e0f4d6b2c93";

    [Fact]
    public async Task Finding_TargetThatTakesAnyDuration_ShowsTheSmallestBodyWithAWrongOne()
    {
        var body = await BodyOfAsync(new ViolatingBodiesCheck(), "PV-PARAM-004", faults => faults.All(f => f.Parameter == "duration"));

        Assert.Equal(["aspect_ratio", "duration", "motion_mode", "prompt", "quality"], body.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Equal("a", body.GetProperty("prompt").GetString());
    }

    [Fact]
    public async Task Finding_TargetThatLetsR1Pass_KeepsBothSidesOfTheRule()
    {
        var body = await BodyOfAsync(new ViolatingBodiesCheck(), "PV-RULE-001", faults => faults.All(f => f.Kind == ParameterFaultKind.RuleBroken && f.Rule!.Id == "R1"));

        Assert.Equal(("fast", 8, "a"), (body.GetProperty("motion_mode").GetString(), body.GetProperty("duration").GetInt32(), body.GetProperty("prompt").GetString()));
        Assert.Equal(5, body.EnumerateObject().Count());
    }

    [Fact]
    public async Task Finding_TargetThatRefusesWhatIsNotAscii_ShowsOneCharacter()
    {
        var body = await BodyOfAsync(
            new BoundaryBodiesCheck(), "PV-PARAM-001", faults => faults.Count == 0, text => text.EnumerateRunes().Any(r => !r.IsAscii && r.Value != 0xfffd));

        Assert.Single(body.GetProperty("prompt").GetString()!.EnumerateRunes().ToArray());
        Assert.Equal(5, body.EnumerateObject().Count());
    }

    [Theory]
    [InlineData(0, TargetKind.Implementation)]
    [InlineData(200, TargetKind.Live)]
    public async Task Finding_ShrinkingOffOrPaidFor_ShowsTheBodyAsItWas(int requests, TargetKind kind)
    {
        var sent = 0;
        var shrunk = 0;
        var target = Lenient(f => f.All(p => p.Parameter == "duration"), _ => false, kind, () => sent++);
        var result = await RunAsync(new ViolatingBodiesCheck(), target, requests);
        await RunAsync(new ViolatingBodiesCheck(), Lenient(f => f.All(p => p.Parameter == "duration"), _ => false, TargetKind.Implementation, () => shrunk++), 200);

        Assert.Contains(result.Findings, f => f.Clause == "PV-PARAM-004");
        Assert.InRange(sent, 1, shrunk - 1);
    }

    [Fact]
    public async Task Finding_JobThatShouldHaveFailedForItsBody_ShowsTheSmallestOne()
    {
        var bodies = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var target = new ScriptedTarget(request => Late(request, bodies)) { Profile = ApiProfile.Observed };

        var result = await RunAsync(new ViolatingBodiesCheck(), target, 200);

        var finding = result.Findings.First(f => f.Clause == "PV-PARAM-004");
        var id = finding.Curl!.Split("/requests/")[1].Split('/')[0];
        var body = JsonDocument.Parse(bodies[id]).RootElement;
        Assert.Equal("a", body.GetProperty("prompt").GetString());
        Assert.DoesNotContain(body.EnumerateObject(), m => m.Name is "style" or "seed" or "negative_prompt");
    }

    private static async Task<JsonElement> BodyOfAsync(
        ClauseCheck check, string clause, Func<IReadOnlyList<ParameterFault>, bool> taken, Func<string, bool>? refused = null)
    {
        var result = await RunAsync(check, Lenient(taken, refused ?? (_ => false), TargetKind.Implementation, () => { }), 200);

        var finding = result.Findings.First(f => f.Clause == clause);
        var text = finding.Curl!.Split("--data-binary '")[1];
        return JsonDocument.Parse(text[..text.LastIndexOf('\'')]).RootElement;
    }

    private static Task<SuiteResult> RunAsync(ClauseCheck check, ScriptedTarget target, int requests) =>
        new VerificationSuite([check]).RunAsync(target, new SuiteOptions { ShrinkRequests = requests }, CancellationToken.None);

    // Right but for what it lets pass, and for what it refuses.
    private static ScriptedTarget Lenient(
        Func<IReadOnlyList<ParameterFault>, bool> taken, Func<string, bool> refused, TargetKind kind, Action sent) => new(request =>
    {
        if (request.Content is null)
        {
            return Answer(200, """{"status":"COMPLETED"}""");
        }

        sent();
        var body = Body(request);
        var type = request.Content!.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.ToString() : null;
        if (!Contract.Wire.RequestContentType.IsAccepted(type))
        {
            return Answer(406, """{"error":"Invalid content type"}""");
        }

        var faults = RequestReader.Read(body, ApiProfile.Documented).Faults;
        return taken(faults) && !refused(Prompt(body)) ? Answer(200, $$"""{"request_id":"{{Id}}","status":"QUEUED"}""") : Answer(400, """{"error":"Bad Request"}""");
    })
    { Kind = kind };

    // Takes every body, and lets a job with a wrong duration complete.
    private static HttpResponseMessage Late(HttpRequestMessage request, Dictionary<string, byte[]> bodies)
    {
        if (request.Content is not null)
        {
            var id = $"{bodies.Count:x32}";
            bodies[id] = Body(request);
            return Answer(200, $$"""{"request_id":"{{id}}","status":"QUEUED"}""");
        }

        var faults = RequestReader.Read(bodies[request.RequestUri!.Segments[^2].TrimEnd('/')], ApiProfile.Observed).Faults;
        return faults.All(f => f.Parameter == "duration")
            ? Answer(200, """{"status":"COMPLETED","metrics":{"inference_time":0.1}}""")
            : Answer(422, """{"status":"FAILED","error":"no","metrics":{"inference_time":0.1}}""");
    }

    private static string Prompt(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement.GetProperty("prompt").GetString() ?? "";
        }
        catch (Exception none) when (none is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }

    private static byte[] Body(HttpRequestMessage request)
    {
        using var copy = new MemoryStream();
        request.Content!.CopyTo(copy, null, CancellationToken.None);
        return copy.ToArray();
    }

    private static HttpResponseMessage Answer(int status, string json) => ScriptedTarget.Json(status, json);
}
