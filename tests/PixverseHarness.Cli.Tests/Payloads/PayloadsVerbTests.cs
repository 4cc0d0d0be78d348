using System.Text;
using System.Text.Json;
using PixverseHarness.Cli.Edges;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Payloads;

public sealed class PayloadsVerbTests
{
    [Fact]
    public async Task RunAsync_NoOption_PrintsTenBodiesAndTheSeedOnStandardError()
    {
        var run = await Run();

        Assert.Equal(ExitCodes.Ok, run.Code);
        var lines = Lines(run.Output);
        Assert.Equal(10, lines.Length);
        Assert.All(lines, line => Assert.True(JsonDocument.Parse(line).RootElement.TryGetProperty("prompt", out _)));
        Assert.Equal("seed 77, Bogus 34.0.2\n", run.Error);
    }

    [Theory]
    [InlineData("--kind", "violating", "--coverage")]
    [InlineData("--kind", "boundary", "--coverage")]
    [InlineData("--kind", "pairwise", "--coverage")]
    [InlineData("--kind", "threeway", "--coverage")]
    [InlineData("--kind", "valid", "--coverage")]
    public async Task RunAsync_CoverageOfAWholeSet_HasNoGap(params string[] options)
    {
        var run = await Run(options);

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Contains(" required, no gap\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("GAP", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("violating", "GAP")]
    [InlineData("valid", "290 of the 300 enum combinations")]
    [InlineData("pairwise", "of")]
    public async Task RunAsync_CoverageOfAPart_NamesTheGapsAndExits1(string kind, string mark)
    {
        var run = await Run("--kind", kind, "--count", "10", "--coverage", "--output", "json");
        var text = await Run("--kind", kind, "--count", "10", "--coverage");

        Assert.Equal((ExitCodes.Findings, ExitCodes.Findings), (run.Code, text.Code));
        Assert.Contains(" missing: ", text.Output, StringComparison.Ordinal);
        Assert.Contains(mark, run.Output + text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_CoverageAsJson_IsOneDocument()
    {
        var run = await Run("--kind", "violating", "--coverage", "--output", "json", "--profile", "observed", "--switch", "unknown-members=reject");

        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(0, document.GetProperty("missing").GetArrayLength());
        Assert.Equal("observed+unknown-members=reject", document.GetProperty("profile").GetString());
        Assert.DoesNotContain("unknown_member", document.GetProperty("acceptedFamilies").EnumerateArray().Select(f => f.GetString()));
        Assert.Contains("duplicate_member", document.GetProperty("acceptedFamilies").EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public async Task RunAsync_Describe_LabelsEachPayloadUnderTheProfile()
    {
        var run = await Run("--kind", "violating", "--describe", "--profile", "observed");

        var lines = Lines(run.Output).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var wrongCase = lines.First(l => l.GetProperty("family").GetString() == "wrong_case").GetProperty("expect");
        Assert.Equal("late_validation", wrongCase.GetProperty("causes")[0].GetProperty("cause").GetString());
        Assert.Equal(422, wrongCase.GetProperty("causes")[0].GetProperty("status").GetInt32());
        Assert.Equal(lines.Count, lines.Select(l => l.GetProperty("name").GetString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("pairwise", 30, 36)]
    [InlineData("threeway", 120, 150)]
    public async Task RunAsync_CoveringArray_HasFewRowsAndViolatingOnesOnRequest(string kind, int least, int most)
    {
        var rows = Lines((await Run("--kind", kind)).Output).Length;

        Assert.InRange(rows, least, most);
        Assert.InRange(Lines((await Run("--kind", kind, "--with-violations")).Output).Length, rows + 20, rows * 3);
    }

    [Fact]
    public async Task RunAsync_SameSeed_GivesTheSameBytesInAFileAndOnStandardOutput()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("mix.jsonl");
        string[] options = ["--mix", "valid=0.6,boundary=0.2,violating=0.2", "--count", "200", "--seed", "5"];

        var printed = await Run(options);
        var written = await Run([.. options, "--out", path]);

        Assert.Equal("", written.Output);
        Assert.Equal(Encoding.UTF8.GetBytes(printed.Output), await File.ReadAllBytesAsync(path));
        Assert.NotEqual(printed.Output, (await Run([.. options[..^1], "6"])).Output);
    }

    [Theory]
    [InlineData("curl", "curl -sS ")]
    [InlineData("http", "POST {{url}}/v2/pixverse-text2video")]
    public async Task RunAsync_OtherFormats_WriteEachPayloadOnce(string format, string mark)
    {
        var run = await Run("--format", format, "--count", "3");

        Assert.Equal(3, run.Output.Split(mark).Length - 1);
    }

    [Fact]
    public async Task RunAsync_EndlessIntoAClosedPipe_EndsQuietly()
    {
        var pixverse = new Pixverse { OutputInstead = new StreamWriter(new PipeStream(new ClosingPipe(10_000))) { AutoFlush = true } };

        var run = await pixverse.RunAsync("payloads", "--count", "endless");

        Assert.Equal(ExitCodes.Interrupted, run.Code);
        Assert.Equal("seed 77, Bogus 34.0.2\n", run.Error);
    }

    [Fact]
    public async Task RunAsync_EndlessAndInterrupted_Stops()
    {
        var pixverse = new Pixverse();
        await pixverse.Stop.CancelAsync();

        Assert.Equal(ExitCodes.Interrupted, (await pixverse.RunAsync("payloads", "--count", "endless")).Code);
    }

    [Theory]
    [InlineData("PXH0106: --kind: \"valdi\" is not allowed. Did you mean \"valid\"?", "--kind", "valdi")]
    [InlineData("PXH0106: --count: \"0\" is neither", "--count", "0")]
    [InlineData("PXH0106: --count: \"-3\" is neither", "--count", "-3")]
    [InlineData("PXH0106: --mix: \"valid=0.9\" must add up to 1, not 0.9.", "--mix", "valid=0.9")]
    [InlineData("PXH0106: --mix: \"good=1\" knows valid, boundary, violating, not \"good\".", "--mix", "good=1")]
    [InlineData("PXH0106: --format: \"xml\" is not allowed.", "--format", "xml")]
    [InlineData("PXH0102: unknown option \"--sede\" of pixverse payloads. Did you mean \"--seed\"?", "--sede", "4")]
    [InlineData("PXH0501: --mix and --kind exclude each other.", "--mix", "valid=1", "--kind", "valid")]
    [InlineData("PXH0501: --coverage needs one kind", "--mix", "valid=1", "--coverage")]
    [InlineData("PXH0501: --coverage of endless", "--coverage", "--count", "endless")]
    [InlineData("PXH0501: --with-violations goes with", "--with-violations")]
    [InlineData("PXH0501: --output json goes with --format jsonl only.", "--output", "json", "--format", "curl")]
    [InlineData("PXH0502: --count: \"500\" is more than", "--kind", "pairwise", "--count", "500")]
    [InlineData("PXH0502: --count: \"endless\" is more than", "--kind", "threeway", "--count", "endless")]
    [InlineData("PXH0202: \"/dev/null/x\" cannot be written", "--out", "/dev/null/x")]
    public async Task RunAsync_WrongOptions_IsOneLineAndExits2(string expected, params string[] options)
    {
        var run = await Run(options);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Equal("", run.Output);
        Assert.StartsWith("error " + expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Error.Length - 1, run.Error.IndexOf('\n', StringComparison.Ordinal));
    }

    private static Task<Pixverse.Run> Run(params string[] options) => new Pixverse().RunAsync(["payloads", .. options]);

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A pipe whose reader leaves after some bytes.</summary>
    private sealed class ClosingPipe(int bytes) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > bytes)
            {
                throw new IOException("Broken pipe");
            }

            base.Write(buffer);
        }
    }
}
