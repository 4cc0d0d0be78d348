using System.Text;
using PixverseHarness.Cli.Load;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Results.Thresholds;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class LoadScenarioReaderTests
{
    [Fact]
    public void Parse_AFileWithEverySimulation_ReadsEachAsWritten()
    {
        var scenario = Parse(
            """
            { "purpose": "x.", "maxInFlight": 100, "load": [
              { "simulation": "rampingConstant", "copies": 3, "during": "1s" },
              { "simulation": "keepConstant", "copies": 4, "during": "2s" },
              { "simulation": "rampingInject", "rate": "5/s", "during": "3s" },
              { "simulation": "inject", "rate": "30/m", "during": "4s" },
              { "simulation": "injectRandom", "minimum": "1/s", "maximum": "2/s", "interval": "1s", "during": "5s" },
              { "simulation": "pause", "during": "6s" },
              { "simulation": "iterationsForConstant", "copies": 2, "iterations": 9 } ] }
            """);

        LoadSimulation[] expected =
            [
                new RampingConstant(3, TimeSpan.FromSeconds(1)), new KeepConstant(4, TimeSpan.FromSeconds(2)),
                new RampingInject(Rate.PerSecond(5), TimeSpan.FromSeconds(3)), new Inject(Rate.PerMinute(30), TimeSpan.FromSeconds(4)),
                new InjectRandom(Rate.PerSecond(1), Rate.PerSecond(2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)),
                new Pause(TimeSpan.FromSeconds(6)), new IterationsForConstant(2, 9),
            ];
        Assert.Equal(expected.Select(e => e.ToString()), scenario.Load.Select(l => l.ToString()));
    }

    [Fact]
    public void Parse_ManyFaults_ReportsAllAtOnceWithPathAndNearest()
    {
        var refused = Assert.Throws<FaultException>(() => Parse(
            """
            { "lod": [], "arrival": "poison", "jobTimeout": 30, "payloads": "valid=2",
              "load": [ { "simulation": "injekt", "rate": "5", "during": "1s" }, { "simulation": "inject", "rate": "5", "during": "1s" } ],
              "thresholds": [ "job_duratoin: p(95)<1s", 7 ], "polls": { "every": "0s" } }
            """));

        var lines = refused.Faults.Select(f => f.ToLine()).ToArray();
        Assert.All(
            [
                "x.json at $: \"purpose\" is missing", "unknown key \"lod\". Did you mean \"load\"?", "$.arrival: \"poison\" is not allowed. Did you mean \"poisson\"?",
                "$.jobTimeout: Duration \"30\" has no unit", "$.payloads: \"valid=2\"", "$.load[0].simulation: \"injekt\" is not allowed. Did you mean \"inject\"?",
                "$.load[1].rate: Rate \"5\" does not say per what", "$.thresholds[0]: There is no metric \"job_duratoin\"", "$.thresholds[1]: \"7\" is neither",
                "$.polls.every: \"0s\" is no time at all",
            ],
            part => Assert.Contains(lines, line => line.Contains(part, StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.All(lines, line => Assert.DoesNotContain("?.", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "purpose": "x." }""", "\"load\" is missing")]
    [InlineData("""{ "purpose": "x.", "load": [], "workflow": "poll-only" }""", "\"jobs\" is missing")]
    [InlineData("""{ "purpose": "x.", "load": [], "breakpoint": { "start": "1/s", "objective": "9s", "jobTime": "1s" } }""", "$.breakpoint: load is given too")]
    [InlineData("""{ "purpose": "x.", "breakpoint": { "start": "0/s", "objective": "9s", "jobTime": "1s" } }""", "$.breakpoint.start: \"0/s\"")]
    [InlineData("""{ "purpose": "x.", "maxInFlight": 1, "load": [ { "simulation": "keepConstant", "copies": 4, "during": "2s" } ] }""", "$.maxInFlight: \"1\" is below the 4 copies")]
    [InlineData("""{ "purpose": "x.", "load": [ { "simulation": "inject", "rate": "1/s" } ] }""", "$.load[0]: \"during\" is missing")]
    [InlineData("""{ "purpose": "x.", "load": [ { "simulation": "inject", "rate": "1/s", "during": "0s" } ] }""", "$.load[0].during: \"0s\"")]
    [InlineData("""{ "purpose": "x.", "load": [], "polls": { "every": "2s", "longest": "1s" } }""", "$.polls.longest: it is shorter")]
    public void Parse_MembersThatDoNotFitTogether_AreRefused(string json, string part)
    {
        var refused = Assert.Throws<FaultException>(() => Parse(json));

        Assert.Contains(part, Assert.Single(refused.Faults).ToLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AThresholdInObjectForm_HasItsFurtherMembers()
    {
        var scenario = Parse(
            """
            { "purpose": "x.", "load": [], "thresholds": [
              { "metric": "jobs_lost", "threshold": "rate<1%", "window": "30s", "for": "10s", "minSamples": 3, "abortOnFail": true, "delayAbortEval": "1m", "onNoData": "pass" } ] }
            """);

        var threshold = Assert.Single(scenario.Thresholds);
        Assert.Equal(
            (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10), 3, true, TimeSpan.FromMinutes(1), NoDataMeaning.Pass),
            (threshold.Window, threshold.For, threshold.MinSamples, threshold.AbortOnFail, threshold.DelayAbortEval, threshold.OnNoData));
    }

    private static LoadScenario Parse(string json) => LoadScenarioReader.Parse("x.json", Encoding.UTF8.GetBytes(json));
}
