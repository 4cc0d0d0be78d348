using System.Text;
using System.Text.Json;
using PixverseHarness.Simulator.Mutants;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.TestKit;

namespace PixverseHarness.Simulator.Tests.Mutants;

public sealed class MutantCatalogueTests
{
    [Fact]
    public void HandWritten_Number_IsAtLeastSixty() => Assert.InRange(MutantCatalogue.HandWritten.Length, 60, 1000);

    [Fact]
    public void All_Ids_AreDistinctAndFindable()
    {
        Assert.Distinct(MutantCatalogue.All.Select(m => m.Id));
        Assert.All(MutantCatalogue.All, m => Assert.Same(m, MutantCatalogue.Find(m.Id)));
        Assert.Null(MutantCatalogue.Find("nothing"));
    }

    [Fact]
    public void Situations_Members_AreThoseThatTheTwinAnswers()
    {
        var clock = new MovedClock();
        var core = new TwinCore(new TwinOptions(), clock);
        var id = JsonDocument.Parse(Body(core, "POST", "/v2/pixverse-text2video")).RootElement.GetProperty("request_id").GetString();

        AssertMembers("submit", Body(core, "POST", "/v2/pixverse-text2video"));
        AssertMembers("status-queued", Body(core, "GET", $"/v2/requests/{id}/status"));
        clock.Advance(TimeSpan.FromSeconds(1));
        AssertMembers("result-processing", Body(core, "GET", $"/v2/requests/{id}"));
        clock.Advance(TimeSpan.FromMinutes(10));
        AssertMembers("status-completed", Body(core, "GET", $"/v2/requests/{id}/status"));
        AssertMembers("result-completed", Body(core, "GET", $"/v2/requests/{id}"), "/timings/inference");
        AssertMembers("credits", Body(core, "GET", "/v1/get-user-credits"));
    }

    [Fact]
    public void Mutant_OfAStatus_AnswersThatStatusAndNothingElseDiffers()
    {
        var right = Answer(new TwinOptions(), "GET", "/v1/get-user-credits");
        var wrong = Answer(new TwinOptions { Mutant = MutantCatalogue.Find("status:credits:201") }, "GET", "/v1/get-user-credits");

        Assert.Equal(200, right.Status);
        Assert.Equal(201, wrong.Status);
        Assert.Equal(right.Body.ToArray(), wrong.Body.ToArray());
    }

    private static void AssertMembers(string situation, byte[] body, params string[] unpromised)
    {
        var members = Situation.All.Single(s => s.Name == situation).Members;

        Assert.Equal(members.Concat(unpromised).Order(StringComparer.Ordinal), Pointers("", JsonDocument.Parse(body).RootElement).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Pointers(string under, JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().SelectMany(m => Pointers($"{under}/{m.Name}", m.Value).Prepend($"{under}/{m.Name}"))
        : [];

    private static TwinResponse Answer(TwinOptions options, string method, string path) => Answer(new TwinCore(options, new MovedClock()), method, path);

    private static byte[] Body(TwinCore core, string method, string path) => Answer(core, method, path).Body.ToArray();

    private static TwinResponse Answer(TwinCore core, string method, string path) => core.Handle(new TwinRequest
    {
        Method = method,
        Path = path,
        Origin = "http://twin.invalid",
        ApiKey = "any",
        ContentType = "application/json",
        Body = Encoding.UTF8.GetBytes("""{"prompt":"a","aspect_ratio":"1:1","duration":5,"motion_mode":"normal","quality":"540p"}"""),
    }).Plain!;
}
