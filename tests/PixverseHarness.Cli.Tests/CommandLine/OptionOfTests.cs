using System.CommandLine;
using PixverseHarness.Cli.CommandLine;

namespace PixverseHarness.Cli.Tests.CommandLine;

public sealed class OptionOfTests
{
    [Theory]
    [InlineData("300ms", 300)]
    [InlineData("1.5s", 1_500)]
    [InlineData("5m", 300_000)]
    [InlineData("1h30m", 5_400_000)]
    public async Task Duration_WithUnits_IsRead(string text, int milliseconds)
    {
        var (value, _) = await ReadAsync(OptionOf.Duration("--wait", "How long."), text);

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), value);
    }

    [Theory]
    [InlineData("5", "error PXH0107: --wait: Duration \"5\" has no unit: write 5s, 5ms or 5m. Run: pixverse work --help\n")]
    [InlineData("0s", "error PXH0107: --wait: \"0s\" is not longer than zero.")]
    [InlineData("soon", "error PXH0107: --wait: Duration \"soon\" is not understood")]
    public async Task Duration_BareZeroOrUnreadable_IsRefusedWithAHint(string text, string expected)
    {
        var (_, run) = await ReadAsync(OptionOf.Duration("--wait", "How long."), text);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("1", 1)]
    [InlineData("9", 9)]
    [InlineData("10", null)]
    [InlineData("1e0", null)]
    [InlineData("1.0", null)]
    public async Task Integer_AtItsBounds_IsReadInsideAndRefusedOutside(string text, int? expected)
    {
        var (value, run) = await ReadAsync(OptionOf.Integer("--count", "N", "How many.", 1, 9), text);

        Assert.Equal(expected, value);
        Assert.Equal(expected is null ? ExitCodes.Usage : ExitCodes.Ok, run.Code);
    }

    [Theory]
    [InlineData("0.5", true)]
    [InlineData("1", true)]
    [InlineData("0,5", false)]
    [InlineData("1.01", false)]
    public async Task Number_InvariantAndInRange_IsRead(string text, bool read)
    {
        var (value, run) = await ReadAsync(OptionOf.Number("--share", "N", "Which share.", 0, 1), text);

        Assert.Equal(read, value is not null);
        Assert.Equal(read ? ExitCodes.Ok : ExitCodes.Usage, run.Code);
    }

    [Fact]
    public async Task Values_Repeated_AreAllRead()
    {
        var (value, _) = await ReadAsync(OptionOf.Values("--key", "KEY", "A key.", text => text), "a", "--key", "b");

        Assert.Equal("a b", string.Join(' ', value!));
    }

    private static async Task<(T? Value, Pixverse.Run Run)> ReadAsync<T>(Option<T> option, params string[] text)
    {
        var value = default(T);
        var pixverse = new Pixverse
        {
            Verbs = () =>
            [
                new FakeVerb(
                    (context, _) =>
                    {
                        value = context.Get(option);
                        return Task.FromResult(ExitCodes.Ok);
                    },
                    option),
            ],
        };
        var run = await pixverse.RunAsync(["work", option.Name, .. text]);
        return (value, run);
    }
}
