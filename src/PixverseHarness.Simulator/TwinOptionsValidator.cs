using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Simulator;

/// <summary>Says which option of a twin lies outside its range.</summary>
internal static class TwinOptionsValidator
{
    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One lies outside its range.</exception>
    public static void Validate(TwinOptions options)
    {
        Between(options.Pace, 1, 1_000_000, nameof(options.Pace));
        Between(options.FailureRate, 0, 1, nameof(options.FailureRate));
        Between(options.Workers ?? 1, 1, 1_000_000, nameof(options.Workers));
        Between(options.RequestsPerMinute ?? 1, 1, 1_000_000_000, nameof(options.RequestsPerMinute));
        Between(options.Credits.Value, 0, 1_000_000_000_000_000, nameof(options.Credits));
        Between(options.JournalCapacity, 0, 10_000_000, nameof(options.JournalCapacity));
        Between(options.MaxSessions, 0, 1_000_000, nameof(options.MaxSessions));
        Between(options.MaxHeldCalls, 0, 1_000_000, nameof(options.MaxHeldCalls));
        Between(options.AdminToken?.Length ?? 1, 1, 10_000, nameof(options.AdminToken));
        if (options.Faults.SelectMany(FaultRuleValidator.FaultsOf).FirstOrDefault() is { } fault)
        {
            throw new ArgumentOutOfRangeException(nameof(options.Faults), options.Faults.Length, $"{fault}.");
        }

        Between(options.ServiceTime ?? TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromDays(1), nameof(options.ServiceTime));
    }

    private static void Between<T>(T value, T lowest, T highest, string name)
        where T : IComparable<T>
    {
        if (!(value.CompareTo(lowest) >= 0 && value.CompareTo(highest) <= 0))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie between {lowest} and {highest}.");
        }
    }
}
