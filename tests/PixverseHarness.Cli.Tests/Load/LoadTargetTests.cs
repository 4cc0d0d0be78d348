using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Load;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class LoadTargetTests
{
    [Theory]
    [InlineData("live", null, true)]
    [InlineData("https://gateway.example", null, true)]
    [InlineData("http://127.0.0.1:8787", null, false)]
    [InlineData("http://localhost:8787/s/a", null, false)]
    [InlineData("http://127.0.0.1:8787", 5, true)]
    [InlineData("simulator", 5, false)]
    public async Task IsPaid_WhateverIsNotOnThisMachineOrHasALimit_MayCostMoney(string text, int? dollars, bool paid)
    {
        var pixverse = new Pixverse { Clock = Pixverse.RealClock, Variables = { [LoadVerb.KeyVariable] = "SG_1111111111111111" } };
        var globals = new GlobalOptions();
        var context = new VerbContext(pixverse.Edges(), new System.CommandLine.RootCommand().Parse([]), globals);

        await using var target = await LoadTarget.OpenAsync(text, new LoadScenario { Purpose = "x.", Budget = new BudgetSpec { Dollars = dollars } }, new TwinOptions(), context, CancellationToken.None);

        Assert.Equal(paid, target.IsPaid);
    }
}
