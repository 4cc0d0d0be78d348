using System.Text;
using CsCheck;
using PixverseHarness.Client.Tests.Support;
using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client.Tests.Wire;

public sealed class JobAnswerReaderTests
{
    private const AnswerMembers Everything = AnswerMembers.Links | AnswerMembers.Output;

    private static readonly string[] Bodies =
        [WireBodies.Accepted, WireBodies.Queued, WireBodies.Completed, WireBodies.Failed, WireBodies.Result, WireBodies.NotFound];

    [Fact]
    public void Read_EveryPrefixOfEveryBody_IsTruncated() =>
        Assert.All(Bodies, body =>
        {
            var bytes = Encoding.UTF8.GetBytes(body.TrimEnd());
            for (var length = 1; length < bytes.Length; length++)
            {
                Assert.Equal(AnswerProblem.Truncated, JobAnswerReader.Read(bytes.AsSpan(0, length), Everything, out _));
            }

            Assert.Null(JobAnswerReader.Read(bytes, Everything, out _));
        });

    [Fact]
    public void Read_AnyBytes_NeverThrows() =>
        Gen.Byte.Array[0, 200].Sample(bytes => { JobAnswerReader.Read(bytes, Everything, out _); });

    [Fact]
    public void Read_BodiesWithChangedBytes_NeverThrows() =>
        Gen.Select(Gen.Int[0, Bodies.Length - 1], Gen.Select(Gen.Int[0, 10_000], Gen.Byte).Array[1, 8]).Sample((which, changes) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Bodies[which]);
            foreach (var (at, value) in changes)
            {
                bytes[at % bytes.Length] = value;
            }

            JobAnswerReader.Read(bytes, Everything, out _);
        });

    [Theory]
    [InlineData("""{"status":"PROCESSING","error":"\ud800"}""", @"\ud800")]
    [InlineData("""{"status":"PROCESSING","error":null,"message":"later"}""", "later")]
    [InlineData("""{"status":"PROCESSING","message":"first","error":"real"}""", "real")]
    [InlineData("""{"status":"PROCESSING","error":[1,{"a":2}]}""", """[1,{"a":2}]""")]
    public void Read_ErrorOfAnyForm_BecomesText(string body, string text)
    {
        Assert.Null(JobAnswerReader.Read(Encoding.UTF8.GetBytes(body), AnswerMembers.None, out var answer));

        Assert.Equal(text, answer.ErrorText);
        Assert.Equal(JobState.Processing, answer.State);
    }

    [Fact]
    public void Read_DuplicateMembers_TheLastOneCounts()
    {
        Assert.Null(JobAnswerReader.Read("""{"status":"NEW","status":"QUEUED","status":"COMPLETED"}"""u8, AnswerMembers.None, out var answer));

        Assert.Equal(JobState.Completed, answer.State);
        Assert.Null(answer.UnknownState);
    }

    [Theory]
    [InlineData("1e40")]
    [InlineData("-1")]
    [InlineData("true")]
    [InlineData("[43.7]")]
    [InlineData("\"soon\"")]
    public void Read_MetricThatIsNoSensibleNumber_IsNotStated(string value)
    {
        var body = $$"""{"metrics":{"inference_time":{{value}},"queue_time":0.5},"status":"COMPLETED"}""";

        Assert.Null(JobAnswerReader.Read(Encoding.UTF8.GetBytes(body), AnswerMembers.None, out var answer));

        Assert.Equal(new StatedMetrics { QueueTime = TimeSpan.FromSeconds(0.5) }, answer.Metrics);
    }

    [Fact]
    public void Read_NothingWanted_MakesNoText()
    {
        Assert.Null(JobAnswerReader.Read(Encoding.UTF8.GetBytes(WireBodies.Accepted), AnswerMembers.None, out var answer));

        Assert.Null(answer.RequestId);
        Assert.Null(answer.StatusUrl);
    }
}
