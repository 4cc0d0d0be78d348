using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Payloads.Cases;

/// <summary>Names the three values that R1 to R3 bind, for example <c>5s-fast-1080p</c>.</summary>
internal static class TripleName
{
    public static string Of(Quality quality, ClipDuration duration, MotionMode motion) =>
        $"{(int)duration}s-{Word("motion_mode", (int)motion)}-{Word("quality", (int)quality)}";

    private static string Word(string parameter, int value) => ParameterCatalogue.Find(parameter)!.Allowed[value];
}
