using PixverseHarness.Contract.Prices;
using PixverseHarness.TestKit;

namespace PixverseHarness.Simulator.Tests;

public sealed class TwinOptionsValidatorTests
{
    public static TheoryData<string, TwinOptions> OutOfRange => new()
    {
        { "Pace", new TwinOptions { Pace = 0.5 } },
        { "Pace", new TwinOptions { Pace = double.NaN } },
        { "FailureRate", new TwinOptions { FailureRate = 1.1 } },
        { "Workers", new TwinOptions { Workers = 0 } },
        { "RequestsPerMinute", new TwinOptions { RequestsPerMinute = 0 } },
        { "Credits", new TwinOptions { Credits = new MicroDollars(-1) } },
        { "JournalCapacity", new TwinOptions { JournalCapacity = -1 } },
        { "MaxSessions", new TwinOptions { MaxSessions = -1 } },
        { "ServiceTime", new TwinOptions { ServiceTime = TimeSpan.FromDays(2) } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Create_OptionOutOfRange_NamesIt(string name, TwinOptions options)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new TwinCore(options, new MovedClock()));

        Assert.Equal(name, refused.ParamName);
    }
}
