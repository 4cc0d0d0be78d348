using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Load;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class LoadTargetTests
{
    [Theory]
    [InlineData("live", true)]
    [InlineData("https://gateway.example", true)]
    [InlineData("http://127.0.0.1:8787", false)]
    [InlineData("http://localhost:8787/s/a", false)]
    public async Task IsPaid_WhateverIsNotOnThisMachine_MayCostMoney(string text, bool paid)
    {
        var pixverse = new Pixverse { Variables = { [LoadVerb.KeyVariable] = "SG_1111111111111111" } };
        var globals = new GlobalOptions();
        var context = new VerbContext(pixverse.Edges(), new System.CommandLine.RootCommand().Parse([]), globals);

        await using var target = await LoadTarget.OpenAsync(text, new LoadScenario { Purpose = "x." }, new TwinOptions(), context, CancellationToken.None);

        Assert.Equal(paid, target.IsPaid);
    }
}
