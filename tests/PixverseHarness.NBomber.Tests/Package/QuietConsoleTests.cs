using PixverseHarness.NBomber.Package;
using Spectre.Console;

namespace PixverseHarness.NBomber.Tests.Package;

[Collection("NBomber")]
[Trait("Package", "NBomber")]
public sealed class QuietConsoleTests
{
    [Fact]
    public async Task Begin_ADisplayThatOutlivesTheNext_IsNoFault()
    {
        var ends = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = AnsiConsole.Console;
        using (QuietConsole.Begin())
        {
            var live = AnsiConsole.Live(new Table()).StartAsync(_ => ends.Task);
            await AnsiConsole.Status().StartAsync("cleaning", static _ => Task.CompletedTask);
            ends.SetResult();
            await live;
        }

        Assert.Same(before, AnsiConsole.Console);
    }
}
