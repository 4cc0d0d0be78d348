using System.Text.Json;
using PixverseHarness.Cli.Doctor;

namespace PixverseHarness.Cli.Tests.Doctor;

public sealed class DoctorVerbTests
{
    [Fact]
    public async Task RunAsync_OptionalProgramsAbsent_SaysWhatGoesWithoutAndExits0()
    {
        var pixverse = new Pixverse();
        pixverse.Machine.Programs["ffprobe"] = "ffprobe version 5";

        var run = await pixverse.RunAsync("doctor");

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Contains("ffprobe version 5", run.Output, StringComparison.Ordinal);
        Assert.Contains("not found. Optional: only the tests that open the HTML report", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_LoopbackClosed_Exits2AndSaysWhy()
    {
        var pixverse = new Pixverse();
        pixverse.Machine.ListenFault = "Permission denied";

        var run = await pixverse.RunAsync("doctor");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("cannot listen: Permission denied", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Json_NamesThePackagesOfThisBuild()
    {
        var run = await new Pixverse().RunAsync("doctor", "--output", "json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("ok", document.RootElement.GetProperty("checks")[0].GetProperty("health").GetString());
        Assert.Equal("3.0.0", document.RootElement.GetProperty("packages").GetProperty("System.CommandLine").GetString());
    }

    [Fact]
    public async Task RunAsync_PackagesTheHarnessIsBuiltOn_HaveALineEachWithItsVersion()
    {
        var lines = (await new Pixverse().RunAsync("doctor")).Output.Split('\n');

        Assert.All(PackageTable.Rows, row => Assert.Contains(
            lines, line => line.StartsWith($"{row.Package} ", StringComparison.Ordinal) && line.Contains($" {row.Version} ", StringComparison.Ordinal)));
        Assert.All(PackageTable.Rows.Where(r => !r.IsOnByDefault), row => Assert.Contains("dotnet build -p:Pixverse", row.SwitchedOnBy, StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_OfRows_IsATable() => Assert.Equal(
        "| package | does here | where | by default | version proved | switched on by |\n|---|---|---|---|---|---|\n| A | b | C | off | 1.2.3 | `x` |\n",
        PackageTable.Markdown([new PackageRow("A", "b", "C", IsOnByDefault: false, "1.2.3", "`x`")]));

    [Fact]
    public async Task Examination_SwitchesOfTheBuild_SayHowToTurnThemOn()
    {
        var checks = await new Examination(new Pixverse().Edges(), [("PixverseNBomber", ""), ("PixverseVerify", "True")]).RunAsync(CancellationToken.None);

        Assert.Equal(
            [
                new DoctorCheck("PixverseNBomber", Health.Absent, "off in this build", "Optional: switch it on with dotnet build -p:PixverseNBomber=true."),
                new DoctorCheck("PixverseVerify", Health.Ok, "on in this build"),
            ],
            checks.TakeLast(2));
    }
}
