using PixverseHarness.Cli.Edges;

namespace PixverseHarness.Cli.Tests.CommandLine;

public sealed class HelpPageTests
{
    public static TheoryData<string> VerbNames => [.. Cli.Verbs.Create().Select(v => v.Name)];

    [Fact]
    public async Task Help_OfTheCommand_NamesEveryVerbAndExitCode()
    {
        var run = await new Pixverse().RunAsync("--help");

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.All(Cli.Verbs.Create(), v => Assert.Contains($"\n  {v.Name} ", run.Output, StringComparison.Ordinal));
        Assert.All(ExitCodes.All, c => Assert.Contains($"\n  {c.Code,-3}  {c.Meaning}", run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(VerbNames))]
    public async Task Help_OfAVerb_HasItsOptionsTheSharedOnesAndTwoExamples(string name)
    {
        var verb = Cli.Verbs.Create().Single(v => v.Name == name);

        var run = await new Pixverse().RunAsync(name, "--help");

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.All(verb.Options, o => Assert.Contains($"\n  {o.Name}", run.Output, StringComparison.Ordinal));
        Assert.All(["--output text|json", "--no-color", "--seed N", "--help"], o => Assert.Contains($"\n  {o} ", run.Output, StringComparison.Ordinal));
        Assert.True(verb.Examples.Length >= 2);
        Assert.All(verb.Examples, e => Assert.Contains($"\n  {e.Line}\n      {e.Effect}\n", run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(VerbNames))]
    public async Task Help_OnANarrowTerminal_StaysInside(string name)
    {
        var pixverse = new Pixverse { Terminal = new TerminalFacts(true, true, 80) };

        var run = await pixverse.RunAsync(name, "--help");

        var options = run.Output.Split("Examples:")[0].Split('\n').Skip(1);
        Assert.All(options, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task Help_BesideAWrongOption_IsStillHelp()
    {
        var run = await new Pixverse().RunAsync("doctor", "--seed", "x", "--help");

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Contains("pixverse doctor [options]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_OfEveryVerb_BeginWithItsCommandLine() =>
        Assert.All(Cli.Verbs.Create(), v => Assert.All(v.Examples, e => Assert.StartsWith($"pixverse {v.Name}", e.Line, StringComparison.Ordinal)));
}
