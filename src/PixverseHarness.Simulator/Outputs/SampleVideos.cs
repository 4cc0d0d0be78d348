using System.Collections.Frozen;
using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Simulator.Outputs;

/// <summary>
/// The videos that the twin serves: H.264 in MP4, a few kilobytes each, with the exact aspect ratio and duration of the
/// request. Quality, seed and prompt do not change the picture. <c>make-outputs.sh</c> recreates the files.
/// </summary>
internal static class SampleVideos
{
    private static readonly FrozenDictionary<(AspectRatio Ratio, ClipDuration Duration), ReadOnlyMemory<byte>> Files = (
        from ratio in Enum.GetValues<AspectRatio>()
        from duration in Enum.GetValues<ClipDuration>()
        select (ratio, duration)).ToFrozenDictionary(key => key, key => Load(NameOf(key.ratio, key.duration)));

    /// <summary>The bytes of the file for a ratio and duration; the same memory every time.</summary>
    /// <exception cref="KeyNotFoundException">A value is none of the enum's.</exception>
    public static ReadOnlyMemory<byte> Get(AspectRatio ratio, ClipDuration duration) => Files[(ratio, duration)];

    private static string NameOf(AspectRatio ratio, ClipDuration duration)
    {
        var shape = ratio switch
        {
            AspectRatio.Landscape16x9 => "16x9",
            AspectRatio.Landscape4x3 => "4x3",
            AspectRatio.Square => "1x1",
            AspectRatio.Portrait3x4 => "3x4",
            AspectRatio.Portrait9x16 => "9x16",
            _ => throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "Not an aspect ratio of the API."),
        };
        return $"{shape}-{(int)duration}s.mp4";
    }

    private static ReadOnlyMemory<byte> Load(string name)
    {
        using var stream = typeof(SampleVideos).Assembly.GetManifestResourceStream($"Outputs/{name}")
            ?? throw new InvalidOperationException($"'{name}' is not embedded: the project must list Outputs/*.mp4 as EmbeddedResource.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
