using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Contract.Parameters;

/// <summary>The rules between quality, duration and motion mode (section 4, documented on the API page).</summary>
public static class CrossFieldRules
{
    private static readonly Evidence Page = Evidence.Documented("API page, agreeing with the upstream vendor's page", "4");

    /// <summary>R1: fast motion needs 5 s.</summary>
    public static CrossFieldRule R1 { get; } = new("R1", "motion_mode", "fast", "duration", "5", Page);

    /// <summary>R2: 1080p needs 5 s.</summary>
    public static CrossFieldRule R2 { get; } = new("R2", "quality", "1080p", "duration", "5", Page);

    /// <summary>R3: 1080p needs normal motion.</summary>
    public static CrossFieldRule R3 { get; } = new("R3", "quality", "1080p", "motion_mode", "normal", Page);

    /// <summary>All rules.</summary>
    public static ImmutableArray<CrossFieldRule> All { get; } = [R1, R2, R3];

    /// <summary>The rules that a combination breaks; empty when it is valid.</summary>
    public static ImmutableArray<CrossFieldRule> BrokenBy(Quality quality, ClipDuration duration, MotionMode motionMode)
    {
        var broken = ImmutableArray.CreateBuilder<CrossFieldRule>();
        if (motionMode == MotionMode.Fast && duration != ClipDuration.FiveSeconds)
        {
            broken.Add(R1);
        }

        if (quality == Quality.P1080 && duration != ClipDuration.FiveSeconds)
        {
            broken.Add(R2);
        }

        if (quality == Quality.P1080 && motionMode == MotionMode.Fast)
        {
            broken.Add(R3);
        }

        return broken.ToImmutable();
    }

    /// <summary>The rules that a request breaks; empty when it is valid.</summary>
    public static ImmutableArray<CrossFieldRule> BrokenBy(VideoRequest request) =>
        BrokenBy(request.Quality, request.Duration, request.MotionMode);
}
