using System.Globalization;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Load.Engine;

/// <summary>Finds everything that is wrong with the options of a run, at once and without changing them.</summary>
public static class LoadOptionsValidator
{
    /// <summary>The faults, one line each; empty when a run can begin.</summary>
    public static IReadOnlyList<string> Validate(LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        Above(TimeSpan.Zero, options.JobTimeout, "jobTimeout");
        Above(TimeSpan.Zero, options.ProgressEvery, "progressEvery");
        Above(TimeSpan.Zero, options.ThrottlePause, "throttlePause");
        Above(TimeSpan.Zero, options.CohortWindow ?? TimeSpan.MaxValue, "cohortWindow");
        Above(TimeSpan.Zero, options.StuckAfter ?? TimeSpan.MaxValue, "stuckAfter");
        Above(TimeSpan.FromTicks(-1), options.Drain ?? TimeSpan.Zero, "drain");
        Above(TimeSpan.FromTicks(-1), options.RestAfterRefusal, "restAfterRefusal");
        Above(TimeSpan.FromTicks(-1), options.PollGrain, "pollGrain");
        if (options.MaxInFlight < 1)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"maxInFlight: \"{options.MaxInFlight}\" is too small; write 1 or more."));
        }

        if (options.FetchAttempts < 1)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"fetchAttempts: \"{options.FetchAttempts}\" is too small; write 1 or more."));
        }

        if (options.Schedule.MostCopies > options.MaxInFlight)
        {
            faults.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"maxInFlight: \"{options.MaxInFlight}\" is below the {options.Schedule.MostCopies} copies that a simulation keeps in flight; write {options.Schedule.MostCopies} or more."));
        }

        return faults;

        void Above(TimeSpan least, TimeSpan value, string name)
        {
            if (value <= least)
            {
                faults.Add($"{name}: \"{DurationText.Format(value)}\" is too short; write a duration {(least < TimeSpan.Zero ? "of 0s or more" : "above zero")}.");
            }
        }
    }
}
