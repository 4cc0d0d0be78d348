using PixverseHarness.Cli;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Edges;

namespace PixverseHarness.IntegrationTests.Foreign;

/// <summary>The suite against an implementation that knows nothing of ours: real sockets, real waiting, no admin API.</summary>
public sealed class ForeignApiTests
{
    // Each needs a job of its own, or more.
    private static readonly string[] JobClauses = ["--clause", "PV-SUBMIT-009", "--clause", "PV-STATUS-005", "--clause", "PV-OUTPUT-004"];

    [Fact]
    public async Task Verify_RightImplementation_FindsNothingAndHoldsMostClauses()
    {
        await using var api = await ForeignApi.StartAsync(ForeignFault.None);

        var (code, output) = await VerifyAsync(api);

        Assert.True(code == 0, output);
        Assert.Contains("clauses: 0 violated", output, StringComparison.Ordinal);
        Assert.InRange(HeldIn(output), 140, 200);
        Assert.Contains("the target cannot be made to fail a job", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ForeignFault.UrlsElsewhere, "PV-SUBMIT-009")]
    [InlineData(ForeignFault.CreditsNeedNoKey, "PV-AUTH-002")]
    [InlineData(ForeignFault.StepsBack, "PV-STATUS-005")]
    [InlineData(ForeignFault.SizeUntrue, "PV-OUTPUT-004")]
    public async Task Verify_WrongImplementation_IsFound(ForeignFault fault, string clause)
    {
        await using var api = await ForeignApi.StartAsync(fault);

        var (code, output) = await VerifyAsync(api, "--clause", clause);

        Assert.Equal(1, code);
        Assert.Contains($"VIOLATED {clause}  ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ImplementationWithARateLimitOfItsOwn_WaitsItOut()
    {
        await using var api = await ForeignApi.StartAsync(ForeignFault.None, postsPerWindow: 3);

        var (code, output) = await VerifyAsync(api, [.. JobClauses]);

        Assert.True(code == 0, output);
        Assert.True(api.Refused > 0);
        Assert.Contains($"clauses: 0 violated, {JobClauses.Length / 2} held", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ImplementationWhoseRateLimitNamesNoEnd_SaysThatItCannotCheck()
    {
        await using var api = await ForeignApi.StartAsync(ForeignFault.LimitWithoutEnd, postsPerWindow: 0);

        var (code, output) = await VerifyAsync(api, [.. JobClauses]);

        Assert.Equal(2, code);
        Assert.Contains("the target's own rate limit: it names no end of it in x-rate-limit-reset-at-utc", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> VerifyAsync(ForeignApi api, params string[] more)
    {
        using var output = new StringWriter();
        var edges = SystemEdges.Open(CancellationToken.None) with { Output = output, Error = output, Variable = _ => null };
        var code = await PixverseCommand.RunAsync(["verify", "--target", api.BaseUrl, "--seed", "1", .. more], edges, Verbs.Create());
        return (code, output.ToString());
    }

    private static int HeldIn(string output)
    {
        var words = output[output.IndexOf("clauses: ", StringComparison.Ordinal)..].Split(' ');
        return int.Parse(words[Array.IndexOf(words, "held,") - 1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
