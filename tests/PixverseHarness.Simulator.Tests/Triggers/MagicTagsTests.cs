using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Triggers;

namespace PixverseHarness.Simulator.Tests.Triggers;

public sealed class MagicTagsTests
{
    [Theory]
    [InlineData("[[bad_gateway]]", "submit", null)]
    [InlineData("[[bad_gateway@status*2]]", "status", 2)]
    [InlineData("[[latency:5s]]", "submit", null)]
    [InlineData("[[stuck_processing]]", "submit", null)]
    [InlineData("[[foreign_url]]", "submit", null)]
    [InlineData("[[state_regress]]", "status", null)]
    [InlineData("[[missing_url*1]]", "result,v1-result", 1)]
    [InlineData("[[unknown_state]]", "status,result,v1-result", null)]
    [InlineData("[[result_expired]]", "submit", null)]
    public void Read_OneTag_ConcernsThePostOrTheReadsThatCanMeetIt(string prompt, string operations, int? last)
    {
        var rule = Assert.Single(MagicTags.Read($"a fox {prompt} in snow", ApiOperation.Submit, out var note));

        Assert.Equal(operations, string.Join(',', rule.Operations.Select(o => Operations.Get(o).Name)));
        Assert.Equal(last, rule.LastAttempt);
        Assert.Equal($"tag:{prompt[2..^2]}", rule.Id);
        Assert.Null(note);
    }

    [Theory]
    [InlineData("[[no_such_fault]]")]
    [InlineData("[[latency]]")]
    [InlineData("[[bad_gateway:5s]]")]
    [InlineData("[[bad_gateway@nowhere]]")]
    public void Read_ATagThatNamesNothing_IsNotedAndPassedOver(string tag)
    {
        Assert.Empty(MagicTags.Read(tag, ApiOperation.Submit, out var note));
        Assert.Equal($"the tag {tag} names no fault", note);
    }

    [Theory]
    [InlineData("no tags at all")]
    [InlineData("[[Not A Tag]]")]
    [InlineData("[[")]
    public void Read_OrdinaryBrackets_AreNobodysBusiness(string prompt)
    {
        Assert.Empty(MagicTags.Read(prompt, ApiOperation.Submit, out var note));
        Assert.Null(note);
    }

    [Fact]
    public void Tag_ForReads_IsMetByTheJobsReadsOnly()
    {
        var twin = new TwinUnderTest();
        var id = twin.SubmitId("[[unknown_state]]");
        var other = twin.SubmitId("an ordinary prompt");

        Assert.Equal("PAUSED", TwinUnderTest.Json(twin.Status(id)).GetProperty("status").GetString());
        Assert.Equal("QUEUED", TwinUnderTest.Json(twin.Status(other)).GetProperty("status").GetString());
    }
}
