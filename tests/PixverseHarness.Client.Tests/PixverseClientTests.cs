using PixverseHarness.Client.Tests.Support;

namespace PixverseHarness.Client.Tests;

public sealed partial class PixverseClientTests
{
    private readonly Bench bench = new();

    [Fact]
    public void Constructor_BadOptions_ListsAllFaultsWithoutTheKey()
    {
        var exception = Assert.Throws<ArgumentException>(() => new Bench(key: "SG secret", change: o => new PixverseClientOptions
        {
            ApiKey = o.ApiKey,
            BaseAddress = new Uri("ftp://host"),
            StepTimeout = TimeSpan.Zero,
            MaxJsonBytes = 0,
            MaxConnections = 0,
        }));

        foreach (var word in (string[])["BaseAddress", "ApiKey", "StepTimeout", "MaxJsonBytes", "MaxConnections"])
        {
            Assert.Contains(word, exception.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void GetJob_IdThatIsNoPathStep_Throws(string id) =>
        Assert.Throws<ArgumentException>(() => bench.Client.GetJob(id));

    [Fact]
    public void Create_OwnHandler_NeedsNoInvoker()
    {
        using var client = PixverseClient.Create(Bench.Key, bench.Clock, new Uri("http://127.0.0.1:5000/v1"));

        Assert.Equal("PixverseClient of http://127.0.0.1:5000", client.ToString());
    }
}
