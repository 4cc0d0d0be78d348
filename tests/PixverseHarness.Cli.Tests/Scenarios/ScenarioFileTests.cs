using System.Text;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Scenarios;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Cli.Tests.Scenarios;

public sealed class ScenarioFileTests
{
    [Fact]
    public void Parse_EverythingSet_IsRead()
    {
        var scenario = Parse(
            """
            {
              "$schema": "../scenario.schema.json", "name": "all", "purpose": "Everything.", "seed": 18446744073709551615,
              "twin": {
                "profile": "observed", "switches": { "credits": "406" }, "pace": 2.5, "clock": "manual", "plan": "pro",
                "requestsPerMinute": 9, "credits": 0.375, "workers": 2, "keys": ["SG_0123456789abcdef"], "failureRate": 0.5,
                "moderatedWords": ["gore"], "serviceTime": "20s", "triggers": false, "journalCapacity": 5,
                "faults": [{
                  "id": "f", "fault": "latency", "duration": "1.5s", "operations": ["status"], "keys": ["k"], "states": ["QUEUED"],
                  "firstAttempt": 2, "lastAttempt": 3, "from": "0s", "until": "1m", "probability": 0.1
                }]
              }
            }
            """);

        var twin = scenario.Twin;
        var rule = Assert.Single(twin.Faults);
        Assert.Equal(ulong.MaxValue, scenario.Seed);
        Assert.Equal("Everything.", scenario.Purpose);
        Assert.Equal("observed+credits=406", twin.Profile.Name);
        Assert.Equal((2.5, true, "pro", 9, 375_000L, 2), (twin.Pace, twin.ManualClock, twin.Plan.Name, twin.RequestsPerMinute, twin.Credits.Value, twin.Workers));
        Assert.Equal((0.5, false, 5, TimeSpan.FromSeconds(20)), (twin.FailureRate, twin.Triggers, twin.JournalCapacity, twin.ServiceTime));
        Assert.Equal(("f", "latency", ApiOperation.GetStatus, 2, 3, 0.1), (rule.Id, rule.Fault.Name, rule.Operations.Single(), rule.FirstAttempt, rule.LastAttempt, rule.Probability));
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromMinutes(1)), (rule.From, rule.Until));
    }

    [Theory]
    [InlineData("""{"sead":1}""", "error PXH0212: x.json at $: unknown key \"sead\". Did you mean \"seed\"?")]
    [InlineData("""{"twin":{"worker":1}}""", "error PXH0212: x.json at $.twin: unknown key \"worker\". Did you mean \"workers\"?")]
    [InlineData("""{"twin":{"switches":{"credit":"402"}}}""", "error PXH0212: x.json at $.twin.switches: unknown key \"credit\". Did you mean \"credits\"?")]
    [InlineData("""{"twin":{"switches":{"credits":"404"}}}""", "error PXH0213: x.json at $.twin.switches.credits: \"404\" is not allowed. Did you mean \"406\"? Allowed: 406, 402.")]
    [InlineData("""{"twin":{"profile":"real"}}""", "error PXH0213: x.json at $.twin.profile: \"real\" is not allowed. Allowed: documented, observed.")]
    [InlineData("""{"twin":{"pace":0.5}}""", "error PXH0213: x.json at $.twin.pace: \"0.5\" is not a number from 1 to 1000000.")]
    [InlineData("""{"twin":{"pace":"5"}}""", "error PXH0213: x.json at $.twin.pace: \"5\" is not a number from 1 to 1000000.")]
    [InlineData("""{"twin":{"workers":1.5}}""", "error PXH0213: x.json at $.twin.workers: \"1.5\" is not a whole number from 1 to 1000000.")]
    [InlineData("""{"twin":{"triggers":"yes"}}""", "error PXH0213: x.json at $.twin.triggers: \"yes\" is not true or false.")]
    [InlineData("""{"twin":{"serviceTime":20}}""", "error PXH0213: x.json at $.twin.serviceTime: Duration \"20\" has no unit: write 20s, 20ms or 20m.")]
    [InlineData("""{"twin":[]}""", "error PXH0213: x.json at $.twin: an array is not an object.")]
    [InlineData("""{"twin":{"keys":"k"}}""", "error PXH0213: x.json at $.twin.keys: \"k\" is not an array.")]
    [InlineData("""{"twin":{"keys":["k",1]}}""", "error PXH0213: x.json at $.twin.keys[1]: \"1\" is not a text.")]
    [InlineData("""{"twin":{"faults":[{"fault":"bad_getaway"}]}}""", "error PXH0213: x.json at $.twin.faults[0].fault: \"bad_getaway\" is not allowed. Did you mean \"bad_gateway\"?")]
    [InlineData("""{"twin":{"faults":[{}]}}""", "error PXH0214: x.json at $.twin.faults[0]: \"fault\" is missing.")]
    [InlineData("""{"twin":{"faults":[{"fault":"latency"}]}}""", "error PXH0214: x.json at $.twin.faults[0]: \"duration\" is missing.")]
    [InlineData("""{"twin":{"faults":[{"fault":"bad_gateway","lastAttempt":1,"firstAttempt":2}]}}""", "error PXH0213: x.json at $.twin.faults[0].lastAttempt: it lies before")]
    [InlineData("""{"twin":{"faults":[{"fault":"bad_gateway","until":"1s","from":"1s"}]}}""", "error PXH0213: x.json at $.twin.faults[0].until: it lies before")]
    [InlineData("""{"twin":{"faults":[{"fault":"bad_gateway","operations":["poll"]}]}}""", "error PXH0213: x.json at $.twin.faults[0].operations[0]: \"poll\" is not allowed.")]
    [InlineData("""{"twin":{"faults":[{"fault":"bad_gateway","duration":"1s"}]}}""", "error PXH0213: x.json at $.twin.faults[0].duration: bad_gateway takes none.")]
    [InlineData("""{"twin":{"faults":[{"fault":"lost_answer","httpStatus":500}]}}""", "error PXH0213: x.json at $.twin.faults[0].httpStatus: lost_answer takes none.")]
    [InlineData("""{"twin":{"faults":[{"fault":"html_error","httpStatus":200}]}}""", "error PXH0213: x.json at $.twin.faults[0].httpStatus: \"200\" is not a whole number from 400 to 599.")]
    [InlineData("""{"twin":{"faults":[{"fault":"latency","duration":"2s","upTo":"1s"}]}}""", "error PXH0213: x.json at $.twin.faults[0].upTo: it must not be shorter than duration")]
    [InlineData("""{"twin":{"faults":[{"fault":"latency","duration":"1s","upTo":"2s","p95":"2s"}]}}""", "error PXH0213: x.json at $.twin.faults[0].p95: upTo is given too")]
    [InlineData("""{"twin":{"faults":[{"fault":"bad_gateway","rampTo":1}]}}""", "error PXH0214: x.json at $.twin.faults[0]: \"until\" is missing.")]
    [InlineData("""{"twin":{"faults":[{"fault":"bad_gateway","id":"a,b"}]}}""", "error PXH0213: x.json at $.twin.faults[0].id: it has a comma")]
    [InlineData("[]", "error PXH0213: x.json at $: an array is not an object.")]
    [InlineData("{\n  \"seed\": 1,\n  oops\n}", "error PXH0211: x.json, line 3, column 3: 'o' is an invalid start of a property name.")]
    [InlineData("""{"seed":1,"seed":2}""", "error PXH0211: x.json")]
    [InlineData("", "error PXH0211: x.json, line 1, column 1: ")]
    public void Parse_OneThingWrong_IsNamedWithItsPath(string json, string expected)
    {
        var refused = Assert.Throws<FaultException>(() => Parse(json));

        Assert.StartsWith(expected, Assert.Single(refused.Faults).ToLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SeveralThingsWrong_NamesAllAtOnce()
    {
        var refused = Assert.Throws<FaultException>(() => Parse(
            """{"seed":-1,"twin":{"plan":"gold","pase":2,"faults":[{"fault":"latency"},{"falt":"latency"}]}}"""));

        Assert.Equal(
            ["x.json at $.seed", "x.json at $.twin.plan", "x.json at $.twin.faults[0]", "x.json at $.twin.faults[1]", "x.json at $.twin.faults[1]", "x.json at $.twin"],
            refused.Faults.Select(f => f.Where));
    }

    [Fact]
    public void Parse_AKeyWithAWrongValue_NeverShowsTheKey()
    {
        var refused = Assert.Throws<FaultException>(() => Parse("""{"twin":{"keys":"SG_0123456789abcdef"}}"""));

        Assert.DoesNotContain("0123456789abcdef", refused.Message, StringComparison.Ordinal);
    }

    private static ScenarioFile Parse(string json) => ScenarioFile.Parse("x.json", Encoding.UTF8.GetBytes(json));
}
