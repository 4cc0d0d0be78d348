using PixverseHarness.Cli.Tests;
using PixverseHarness.TestKit;

namespace PixverseHarness.NBomber.Tests.Package;

[Collection("NBomber")]
[Trait("Package", "NBomber")]
public sealed class LoadEngineTests
{
    [Fact]
    public async Task Load_WhatOnlyTheDefaultEngineDoes_IsRefusedBeforeAnythingIsSent()
    {
        var run = await new Pixverse().RunAsync("load", RepositoryRoot.Combine("scenarios/capacity/ramp-to-breakpoint.json"), "--engine", "nbomber");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("error PXH0922: ramp-to-breakpoint: breakpoint: NBomber plays a profile and cannot search.", run.Error, StringComparison.Ordinal);
    }
}
