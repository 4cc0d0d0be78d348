using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Faults;

/// <summary>Which requests a rule meets.</summary>
public sealed class FaultRuleTests
{
    private static readonly FaultRule Rule = new() { Id = "r", Fault = FaultCatalogue.Create("bad_gateway")! };

    [Theory]
    [InlineData(0.0, 0, 0)]
    [InlineData(0.1, 160, 240)]
    [InlineData(1.0, 2000, 2000)]
    public void Probability_OfTwoThousandBodies_IsTheShareThatIsMet(double probability, int least, int most)
    {
        var twin = Twin(Rule with { Operations = [ApiOperation.Submit], Probability = probability });

        var met = Enumerable.Range(0, 2000).Count(i => StatusOf(twin.Submit($"prompt {i}")) == 502);

        Assert.InRange(met, least, most);
    }

    [Fact]
    public void Probability_OfOneBodyPostedAgain_IsDrawnForEachAttempt()
    {
        var twin = Twin(Rule with { Operations = [ApiOperation.Submit], Probability = 0.5 });

        var statuses = Enumerable.Range(0, 64).Select(_ => StatusOf(twin.Submit())).ToArray();

        Assert.InRange(statuses.Count(s => s == 502), 16, 48);
    }

    [Fact]
    public void Probability_SameSeedAndAnother_DecidesAlikeAndOtherwise()
    {
        Assert.Equal(Decisions(seed: 1), Decisions(seed: 1));
        Assert.NotEqual(Decisions(seed: 1), Decisions(seed: 2));

        static string Decisions(ulong seed)
        {
            var twin = Twin(Rule with { Operations = [ApiOperation.GetCredits], Probability = 0.5 }, seed);
            return string.Concat(Enumerable.Range(0, 64).Select(_ => StatusOf(twin.Get("/v1/get-user-credits")) == 502 ? 'x' : '.'));
        }
    }

    [Fact]
    public void LastAttempt_Two_MakesTwoFailuresThenSuccess()
    {
        var twin = Twin(Rule with { Operations = [ApiOperation.GetStatus], LastAttempt = 2 });
        var (first, second) = (twin.SubmitId("one"), twin.SubmitId("two"));

        Assert.Equal([502, 502, 200, 200], Enumerable.Range(0, 4).Select(_ => StatusOf(twin.Status(first))));
        Assert.Equal([502, 502, 200], Enumerable.Range(0, 3).Select(_ => StatusOf(twin.Status(second))));
    }

    [Fact]
    public void FirstAttempt_Two_SparesTheFirst()
    {
        var twin = Twin(Rule with { Operations = [ApiOperation.Submit], FirstAttempt = 2, LastAttempt = 2 });

        Assert.Equal([200, 502, 200], Enumerable.Range(0, 3).Select(_ => StatusOf(twin.Submit())));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Window_AtItsBounds_HoldsFromStartToJustBeforeEndAtThePace(double pace)
    {
        var twin = Twin(Rule with { From = TimeSpan.FromSeconds(30), Until = TimeSpan.FromSeconds(60) }, pace: pace);
        var tick = TimeSpan.FromTicks(1);

        Assert.Equal(200, After(TimeSpan.FromSeconds(30 / pace) - tick));
        Assert.Equal(502, After(tick));
        Assert.Equal(502, After(TimeSpan.FromSeconds(30 / pace) - tick));
        Assert.Equal(200, After(tick));

        int After(TimeSpan time)
        {
            twin.Clock.Advance(time);
            return StatusOf(twin.Get("/v1/get-user-credits"));
        }
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 0.0)]
    [InlineData(0.2, 0.6)]
    public void Ramp_OverItsWindow_GoesInAStraightLine(double probability, double rampTo)
    {
        var twin = Twin(Rule with { Operations = [ApiOperation.Submit], Until = TimeSpan.FromSeconds(1000), Probability = probability, RampTo = rampTo });

        foreach (var quarter in new[] { 0.125, 0.375, 0.625, 0.875 })
        {
            twin.Clock.Advance(twin.Clock.Start + TimeSpan.FromSeconds(1000 * quarter) - twin.Clock.GetUtcNow());
            var share = Enumerable.Range(0, 1000).Count(i => StatusOf(twin.Submit($"{quarter} {i}")) == 502) / 1000.0;
            Assert.InRange(share, probability + ((rampTo - probability) * quarter) - 0.05, probability + ((rampTo - probability) * quarter) + 0.05);
        }
    }

    [Fact]
    public void Ramp_OneAttemptAsTimeGoesOn_IsMetFromOneInstantOn()
    {
        // The same draw, compared with a growing share, cannot flicker.
        var met = Enumerable.Range(0, 100).Select(second =>
        {
            var twin = Twin(Rule with { Operations = [ApiOperation.Submit], Until = TimeSpan.FromSeconds(100), Probability = 0, RampTo = 1 });
            twin.Clock.Advance(TimeSpan.FromSeconds(second));
            return StatusOf(twin.Submit()) == 502;
        }).ToArray();

        Assert.Equal(met.Order(), met);
        Assert.Contains(true, met);
        Assert.Contains(false, met);
    }

    [Fact]
    public void Conditions_KeySessionAndState_MustAllHold()
    {
        var twin = Twin(Rule with { Operations = [ApiOperation.GetStatus], Keys = [Key], Sessions = ["a"], States = [JobState.Completed] });
        var elsewhere = twin.SubmitId();
        var other = twin.SubmitId(key: "SG_other", session: "a");
        var id = twin.SubmitId(session: "a");

        Assert.Equal(200, StatusOf(twin.Status(id, session: "a")));
        twin.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(502, StatusOf(twin.Status(id, session: "a")));
        Assert.Equal(200, StatusOf(twin.Status(elsewhere)));
        Assert.Equal(200, StatusOf(twin.Status(other, "SG_other", "a")));
        Assert.Equal(200, StatusOf(twin.Result(id, session: "a")));
    }

    [Fact]
    public void Rules_SeveralThatMeet_AllTakePartAndStandInTheJournal()
    {
        var twin = new TwinUnderTest(new TwinOptions
        {
            Faults =
            [
                new FaultRule { Id = "late", Fault = FaultCatalogue.Create("latency", TimeSpan.FromSeconds(2))! },
                new FaultRule { Id = "down", Fault = FaultCatalogue.Create("html_error")! },
                new FaultRule { Id = "too-late-to-answer", Fault = FaultCatalogue.Create("bad_gateway")! },
                new FaultRule { Id = "cut", Fault = FaultCatalogue.Create("limit_data")! },
            ],
        });

        var answer = twin.Submit();

        Assert.Equal(TimeSpan.FromSeconds(2), Assert.IsType<Simulator.Protocol.TwinStep.Wait>(answer.Steps[0]).For);
        var send = Assert.IsType<Simulator.Protocol.TwinStep.Send>(answer.Steps[1]);
        Assert.Equal((502, "text/html"), (send.Response.Status, send.Response.ContentType));
        Assert.NotNull(send.CutAfter);
        Assert.Equal("down,late,cut", Assert.Single(twin.Core.Journal()).Faults);
        Assert.Equal([("late", 1), ("down", 1), ("too-late-to-answer", 0), ("cut", 1)], twin.Core.FaultUses().Select(u => (u.Rule.Id, (int)u.Times)));
    }

    [Fact]
    public void Inject_WhileJobsRun_MeetsLaterRequestsAndLeavesFatesAlone()
    {
        var twin = new TwinUnderTest();
        var before = twin.SubmitId("before");

        twin.Core.Inject("stuck_processing");
        twin.Core.Inject("bad_gateway@status*1");
        var after = twin.SubmitId("after");
        twin.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal([502, 502], new[] { before, after }.Select(id => StatusOf(twin.Status(id))));
        Assert.Equal("COMPLETED", Json(twin.Status(before)).GetProperty("status").GetString());
        Assert.Equal("PROCESSING", Json(twin.Status(after)).GetProperty("status").GetString());
        twin.Core.ClearFaults();
        Assert.Equal(200, StatusOf(twin.Status(twin.SubmitId("third"))));
    }

    [Theory]
    [InlineData("no_such_fault")]
    [InlineData("latency")]
    [InlineData("latency:5")]
    [InlineData("lost_answer:5s")]
    [InlineData("bad_gateway@poll")]
    [InlineData("bad_gateway*x")]
    [InlineData("")]
    public void Inject_WordsThatNameNoFault_Throws(string words)
    {
        var twin = new TwinUnderTest();

        var refused = Assert.Throws<ArgumentException>(() => twin.Core.Inject(words));

        Assert.StartsWith($"'{words}' is no fault: write name", refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<FaultRule> Contradictions =>
    [
        Rule with { Id = "" },
        Rule with { Id = "a,b" },
        Rule with { FirstAttempt = 3, LastAttempt = 2 },
        Rule with { Probability = 1.5 },
        Rule with { Probability = double.NaN },
        Rule with { Probability = 0, RampTo = 1 },
        Rule with { RampTo = -1, Until = TimeSpan.FromSeconds(1) },
        Rule with { From = TimeSpan.FromSeconds(2), Until = TimeSpan.FromSeconds(2) },
    ];

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Rule_ThatContradictsItself_IsRefusedByOptionsAndInject(FaultRule rule)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwinUnderTest(new TwinOptions { Faults = [rule] }));
        Assert.Throws<ArgumentException>(() => new TwinUnderTest().Core.Inject(rule));
    }

    private static TwinUnderTest Twin(FaultRule rule, ulong seed = 1, double pace = 1) => new(new TwinOptions { Faults = [rule], Seed = seed, Pace = pace });
}
