using System.Collections.Immutable;

namespace PixverseHarness.Contract.Parameters;

/// <summary>One choice of all enum parameters.</summary>
public readonly record struct EnumCombination(
    AspectRatio AspectRatio, ClipDuration Duration, MotionMode MotionMode, Quality Quality, VideoStyle? Style)
{
    /// <summary>The 300 combinations that break no rule: ten triples of quality, duration and motion, five ratios, six styles counting none.</summary>
    public static ImmutableArray<EnumCombination> AllValid { get; } =
    [
        .. from quality in Enum.GetValues<Quality>()
           from duration in Enum.GetValues<ClipDuration>()
           from motion in Enum.GetValues<MotionMode>()
           where CrossFieldRules.BrokenBy(quality, duration, motion).IsEmpty
           from ratio in Enum.GetValues<AspectRatio>()
           from style in Enum.GetValues<VideoStyle>().Select(s => (VideoStyle?)s).Prepend(null)
           select new EnumCombination(ratio, duration, motion, quality, style),
    ];

    /// <summary>A request with these values.</summary>
    public VideoRequest ToRequest(string prompt) => new()
    {
        Prompt = prompt,
        AspectRatio = AspectRatio,
        Duration = Duration,
        MotionMode = MotionMode,
        Quality = Quality,
        Style = Style,
    };
}
