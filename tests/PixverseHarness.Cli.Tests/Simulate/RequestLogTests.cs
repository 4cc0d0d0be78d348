using PixverseHarness.Cli.Simulate;
using PixverseHarness.Cli.Tests.CommandLine;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Cli.Tests.Simulate;

public sealed class RequestLogTests
{
    private static readonly JournalEntry Entry = new() { Number = 1, At = 0, Method = "GET", Path = "/v1/get-user-credits", Status = 200, Key = "SG_***0001" };

    [Fact]
    public void Write_AnEntryOfASession_IsOneLine()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var log = new RequestLog(writer);

        log.Write("shard-1", Entry);

        Assert.Equal("00:00:00.000 200 GET /s/shard-1/v1/get-user-credits  key=SG_***0001\n", writer.ToString());
        Assert.Equal(0, log.Lost);
    }

    [Fact]
    public void Write_DiskFull_CountsTheLineAndLetsTheRequestPass()
    {
        using var full = new FullWriter();
        var log = new RequestLog(full);

        log.Write("", Entry);
        log.Write("", Entry);

        Assert.Equal(2, log.Lost);
    }
}
