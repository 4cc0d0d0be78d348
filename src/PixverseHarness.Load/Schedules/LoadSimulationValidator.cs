using System.Collections.Immutable;
using System.Globalization;

namespace PixverseHarness.Load.Schedules;

/// <summary>Finds everything that is wrong with a list of simulations, at once and without changing it.</summary>
public static class LoadSimulationValidator
{
    /// <summary>The most pieces that an <see cref="InjectRandom"/> may fall into.</summary>
    public const int MostPieces = 100_000;

    /// <summary>The faults, in the order of the list; empty when the list can be scheduled.</summary>
    public static ImmutableArray<ScheduleFault> Validate(IReadOnlyList<LoadSimulation> simulations)
    {
        ArgumentNullException.ThrowIfNull(simulations);
        var faults = ImmutableArray.CreateBuilder<ScheduleFault>();
        for (var index = 0; index < simulations.Count; index++)
        {
            var simulation = simulations[index];
            if (simulation.Lasts is { } lasts && lasts <= TimeSpan.Zero)
            {
                Report("during", $"\"{DurationText.Format(lasts)}\" is no time at all; write a duration above zero, such as 30s.");
            }

            if (simulation.Lasts is null && index < simulations.Count - 1)
            {
                Report(null, "ends when its iterations are spent, so nothing can follow it; move it to the end of the list.");
            }

            switch (simulation)
            {
                case Inject inject:
                    CheckRate("rate", inject.Rate);
                    break;
                case RampingInject ramp:
                    CheckRate("rate", ramp.Rate);
                    break;
                case InjectRandom random:
                    CheckRate("minimum", random.Minimum);
                    CheckRate("maximum", random.Maximum);
                    CheckPieces(random);
                    break;
                case IterationsForInject iterations:
                    CheckRate("rate", iterations.Rate);
                    CheckAtLeast("iterations", iterations.Iterations, 1);
                    if (iterations.Rate.EachSecond == 0)
                    {
                        Report("rate", $"\"{iterations.Rate}\" would never end; write a rate above 0.");
                    }

                    break;
                case KeepConstant keep:
                    CheckAtLeast("copies", keep.Copies, 1);
                    break;
                case RampingConstant ramp:
                    CheckAtLeast("copies", ramp.Copies, 0);
                    break;
                case IterationsForConstant iterations:
                    CheckAtLeast("copies", iterations.Copies, 1);
                    CheckAtLeast("iterations", iterations.Iterations, 1);
                    break;
            }

            void Report(string? member, string message) =>
                faults.Add(new ScheduleFault(string.Create(CultureInfo.InvariantCulture, $"[{index}]{(member is null ? "" : ".")}{member}"), message));

            void CheckRate(string member, Rate rate)
            {
                if (!double.IsFinite(rate.Count) || rate.Count < 0 || rate.Per <= TimeSpan.Zero)
                {
                    Report(member, $"\"{rate}\" is no rate; write 0 or more jobs per time, such as 5/s or 30/m.");
                }
            }

            void CheckAtLeast(string member, long value, long least)
            {
                if (value < least)
                {
                    Report(member, string.Create(CultureInfo.InvariantCulture, $"\"{value}\" is too small; write {least} or more."));
                }
            }

            void CheckPieces(InjectRandom random)
            {
                if (random.Maximum.EachSecond < random.Minimum.EachSecond)
                {
                    Report("maximum", $"\"{random.Maximum}\" is below the minimum \"{random.Minimum}\"; swap them.");
                }

                if (random.Interval <= TimeSpan.Zero || random.During.Ticks / Math.Max(1, random.Interval.Ticks) > MostPieces)
                {
                    Report("interval", string.Create(
                        CultureInfo.InvariantCulture,
                        $"\"{DurationText.Format(random.Interval)}\" would draw no or more than {MostPieces} rates; write a longer interval."));
                }
            }
        }

        return faults.ToImmutable();
    }
}
