using System.CommandLine;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Messages;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.CommandLine;

public sealed class PixverseCommandTests
{
    [Theory]
    [InlineData("docter", "error PXH0101: unknown verb \"docter\". Did you mean \"doctor\"?")]
    [InlineData("doctor --sede 4", "error PXH0102: unknown option \"--sede\" of pixverse doctor. Did you mean \"--seed\"? Run: pixverse doctor --help\n")]
    [InlineData("doctor --outptu=json", "error PXH0102: unknown option \"--outptu\" of pixverse doctor. Did you mean \"--output\"?")]
    [InlineData("doctor seed", "error PXH0103: unexpected argument \"seed\" of pixverse doctor. Did you mean \"--seed\"?")]
    [InlineData("doctor --seed", "error PXH0104: --seed needs a value. Write: --seed N\n")]
    [InlineData("doctor --seed 1 --seed 2", "error PXH0105: --seed is given 2 times and takes one value.")]
    [InlineData("doctor --seed -1", "error PXH0106: --seed: \"-1\" is not a whole number from 0 to 18446744073709551615.")]
    [InlineData("doctor --output yaml", "error PXH0106: --output: \"yaml\" is not allowed. Allowed: text, json.")]
    [InlineData("doctor --output jsom", "error PXH0106: --output: \"jsom\" is not allowed. Did you mean \"json\"?")]
    [InlineData("doctor --no-color=maybe", "error PXH0103: unexpected argument \"maybe\" of pixverse doctor. Run: pixverse doctor --help\n")]
    [InlineData("--output yaml doctor", "error PXH0106: --output: \"yaml\" is not allowed.")]
    public async Task RunAsync_WrongCommandLine_OneLineAndExit2(string line, string expected)
    {
        var run = await new Pixverse().RunAsync(line.Split(' '));

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Empty(run.Output);
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    [Fact]
    public async Task RunAsync_RequiredOptionOrArgumentLeftOut_IsNamed()
    {
        var byOption = await Requiring(v => v.Options.Add(new Option<string>("--file") { Required = true })).RunAsync("work");
        var byArgument = await Requiring(v => v.Arguments.Add(new Argument<string>("FILE"))).RunAsync("work");

        Assert.Equal("error PXH0108: pixverse work needs --file. Run: pixverse work --help\n", byOption.Error);
        Assert.Equal("error PXH0108: pixverse work needs FILE. Run: pixverse work --help\n", byArgument.Error);
    }

    [Fact]
    public async Task RunAsync_CommandLineRefusedByAVerbsOwnRule_IsPassedOn()
    {
        var run = await Requiring(v => v.Validators.Add(r => r.AddError("Two of these exclude each other."))).RunAsync("work");

        Assert.Equal("error PXH0109: Two of these exclude each other. Run: pixverse work --help\n", run.Error);
    }

    [Theory]
    [InlineData(28, "error PXH0231: No space left on device. ")]
    [InlineData(122, "error PXH0231: No space left on device. ")]
    [InlineData(5, "error PXH0001: IOException: No space left on device. ")]
    public async Task RunAsync_WritingFailsForAReason_NamesIt(int number, string expected)
    {
        var run = await Working((_, _) => throw new InvalidOperationException("No space left on device", new IOException("No space left on device", number))).RunAsync("work");
        var plain = await Working((_, _) => throw new IOException("No space left on device", number)).RunAsync("work");

        Assert.StartsWith(expected, plain.Error, StringComparison.Ordinal);
        Assert.Equal(number == 5 ? ExitCodes.OwnFault : ExitCodes.Usage, plain.Code);
        Assert.Equal(plain.Code, run.Code);
        Assert.Equal(1, plain.Error.Count(c => c == '\n'));
    }

    [SkippableTheory]
    [InlineData("clauses")]
    [InlineData("payloads --count 5")]
    [InlineData("openapi")]
    public async Task RunAsync_OutputFull_OneLineAndExit2(string line)
    {
        Skip.IfNot(File.Exists("/dev/full"), "needs /dev/full");
        await using var full = new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.Write, bufferSize: 0)) { AutoFlush = true };
        var pixverse = new Pixverse { OutputInstead = full };

        var run = await pixverse.RunAsync(line.Split(' '));

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith("error PXH0231: No space left on device", run.Error.Split('\n')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_DiagnosticsFullToo_StillHasItsExitCode()
    {
        var edges = new Pixverse().Edges() with { Error = new FullWriter() };

        Assert.Equal(ExitCodes.Usage, await PixverseCommand.RunAsync(["no-such-verb"], edges, Verbs.Create()));
        Assert.Equal(ExitCodes.Usage, await PixverseCommand.RunAsync(["work"], edges, [new FakeVerb((_, _) => throw new IOException("full", 28))]));
    }

    [Fact]
    public async Task RunAsync_FileAbsentOrUnwritable_IsNamedWithTheReason()
    {
        using var folder = new TemporaryFolder();
        var reading = await Working((context, _) => Task.FromResult(context.ReadFile(folder.File("none.json")).Length)).RunAsync("work");
        var writing = await Working((context, _) => Task.FromResult(context.CreateFile(folder.Path).ReadByte())).RunAsync("work");

        Assert.Equal($"error PXH0201: \"{folder.File("none.json")}\" cannot be read: there is no such file. {GeneralMessages.UnreadableFile.Remedy}\n", reading.Error);
        Assert.StartsWith($"error PXH0202: \"{folder.Path}\" cannot be written: it is a folder or access is denied.", writing.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Usage, ExitCodes.Usage), (reading.Code, writing.Code));
    }

    [Fact]
    public async Task RunAsync_NoVerb_ShowsHelpAndExits2()
    {
        var run = await new Pixverse().RunAsync();

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("pixverse VERB [options]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Version_PrintsOneLine()
    {
        var run = await new Pixverse().RunAsync("--version");

        Assert.Equal(new Pixverse.Run(ExitCodes.Ok, $"pixverse {PixverseCommand.Version}\n", ""), run);
    }

    [Fact]
    public async Task RunAsync_UnforeseenException_OneLineWithoutStackAndExit109()
    {
        var pixverse = Working((_, _) => throw new InvalidOperationException("first\nsecond"));

        var run = await pixverse.RunAsync("work");

        Assert.Equal(ExitCodes.OwnFault, run.Code);
        Assert.Equal(
            "error PXH0001: InvalidOperationException: first second. Run it again with PIXVERSE_DEBUG=1 to see where, and report it.\n", run.Error);
    }

    [Fact]
    public async Task RunAsync_UnforeseenExceptionWithDebug_ShowsTheStack()
    {
        var pixverse = Working((_, _) => throw new InvalidOperationException("broken by SG_c0ffee0000000c0ffee"));
        pixverse.Variables["PIXVERSE_DEBUG"] = "1";

        var run = await pixverse.RunAsync("work");

        Assert.Equal(ExitCodes.OwnFault, run.Code);
        Assert.Contains($"   at {typeof(PixverseCommandTests).FullName}", run.Error, StringComparison.Ordinal);
        Assert.Contains("broken by SG_***", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("c0ffee", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StoppedWhileWorking_Exits105()
    {
        var pixverse = Working(async (context, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Edges.Clock, stop);
            return ExitCodes.Ok;
        });

        var running = pixverse.RunAsync("work");
        await pixverse.Stop.CancelAsync();
        var run = await running;

        Assert.Equal(ExitCodes.Interrupted, run.Code);
        Assert.StartsWith("error PXH0002: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_CancellationThatNobodyAskedFor_IsOurFault()
    {
        var run = await Working((_, _) => throw new OperationCanceledException("by itself")).RunAsync("work");

        Assert.Equal(ExitCodes.OwnFault, run.Code);
    }

    [Fact]
    public async Task RunAsync_ReaderGone_EndsQuietly()
    {
        var pixverse = Working((context, _) =>
        {
            context.Output.WriteLine("a line that nobody reads");
            return Task.FromResult(ExitCodes.Ok);
        });
        pixverse.OutputInstead = new StreamWriter(new PipeStream(new BrokenPipe())) { AutoFlush = true };

        var run = await pixverse.RunAsync("work");

        Assert.Equal(new Pixverse.Run(ExitCodes.Interrupted, "", ""), run);
    }

    [Fact]
    public async Task RunAsync_SeveralFaults_OneLineEachAndTheExitCodeOfTheFirst()
    {
        var pixverse = Working((_, _) => throw new FaultException(
            [new Fault(GeneralMessages.UnreadableFile, "one"), new Fault(GeneralMessages.OwnFault, "two")]));

        var run = await pixverse.RunAsync("work");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Equal(["error PXH0201: one.", "error PXH0001: two."], run.Error.Trim().Split('\n').Select(l => string.Join(' ', l.Split(' ')[..3])));
    }

    [Fact]
    public async Task RunAsync_SeedGivenOrNot_IsTheOneTheVerbSees()
    {
        var seeds = new List<ulong>();
        var pixverse = Working((context, _) =>
        {
            seeds.Add(context.Seed);
            return Task.FromResult(ExitCodes.Ok);
        });

        await pixverse.RunAsync("work", "--seed", "18446744073709551615");
        await pixverse.RunAsync("--seed", "5", "work");
        await pixverse.RunAsync("work");

        Assert.Equal([18446744073709551615, 5, 77], seeds);
    }

    [Theory]
    [InlineData(true, "", "NO_COLOR=", false)]
    [InlineData(true, "", "TERM=xterm", false)]
    [InlineData(true, "", "TERM=dumb", true)]
    [InlineData(true, "", "NO_COLOR=1", true)]
    [InlineData(true, "--no-color", "", true)]
    [InlineData(true, "--output=json", "", true)]
    [InlineData(false, "", "", true)]
    public async Task RunAsync_ColourAndLiveDisplay_OnlyOnATerminalThatWantsThem(bool terminal, string option, string variable, bool plain)
    {
        bool? seen = null;
        var pixverse = Working((context, _) =>
        {
            seen = context.IsPlain;
            return Task.FromResult(ExitCodes.Ok);
        });
        pixverse.Terminal = new TerminalFacts(terminal, terminal, 100);
        pixverse.Variables[variable.Split('=')[0]] = variable.Split('=')[^1];

        await pixverse.RunAsync([.. new[] { "work", option }.Where(a => a.Length > 0)]);

        Assert.Equal(plain, seen);
    }

    private static Pixverse Working(Func<VerbContext, CancellationToken, Task<int>> work) => new() { Verbs = () => [new FakeVerb(work)] };

    private static Pixverse Requiring(Action<Verb> declare) => new()
    {
        Verbs = () =>
        {
            var verb = new FakeVerb((_, _) => Task.FromResult(ExitCodes.Ok));
            declare(verb);
            return [verb];
        },
    };

    private sealed class BrokenPipe : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}
