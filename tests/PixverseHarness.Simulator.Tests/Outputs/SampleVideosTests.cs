using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Simulator.Outputs;
using PixverseHarness.TestKit;

namespace PixverseHarness.Simulator.Tests.Outputs;

public sealed class SampleVideosTests
{
    private static readonly TimeSpan ProbeBound = TimeSpan.FromSeconds(30);

    public static TheoryData<AspectRatio, int, int, ClipDuration> Files => new()
    {
        { AspectRatio.Landscape16x9, 16, 9, ClipDuration.FiveSeconds },
        { AspectRatio.Landscape16x9, 16, 9, ClipDuration.EightSeconds },
        { AspectRatio.Landscape4x3, 4, 3, ClipDuration.FiveSeconds },
        { AspectRatio.Landscape4x3, 4, 3, ClipDuration.EightSeconds },
        { AspectRatio.Square, 1, 1, ClipDuration.FiveSeconds },
        { AspectRatio.Square, 1, 1, ClipDuration.EightSeconds },
        { AspectRatio.Portrait3x4, 3, 4, ClipDuration.FiveSeconds },
        { AspectRatio.Portrait3x4, 3, 4, ClipDuration.EightSeconds },
        { AspectRatio.Portrait9x16, 9, 16, ClipDuration.FiveSeconds },
        { AspectRatio.Portrait9x16, 9, 16, ClipDuration.EightSeconds },
    };

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Get_EveryRatioAndDuration_ProbesAsSuch(AspectRatio ratio, int across, int down, ClipDuration duration)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("output.mp4");
        File.WriteAllBytes(path, SampleVideos.Get(ratio, duration).Span);

        using var probe = JsonDocument.Parse(Probe(path));

        var stream = Assert.Single(probe.RootElement.GetProperty("streams").EnumerateArray());
        Assert.Equal("h264", stream.GetProperty("codec_name").GetString());
        Assert.Equal("yuv420p", stream.GetProperty("pix_fmt").GetString());
        Assert.Equal("1:1", stream.GetProperty("sample_aspect_ratio").GetString());
        Assert.Equal(stream.GetProperty("width").GetInt32() * down, stream.GetProperty("height").GetInt32() * across);
        var seconds = double.Parse(probe.RootElement.GetProperty("format").GetProperty("duration").GetString()!, CultureInfo.InvariantCulture);
        Assert.InRange(seconds, (int)duration - 0.1, (int)duration + 0.1);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Get_EveryRatioAndDuration_IsSmallAndStartsPlayingBeforeItIsWhole(
        AspectRatio ratio, int across, int down, ClipDuration duration)
    {
        var bytes = SampleVideos.Get(ratio, duration).Span;

        Assert.Equal("ftyp"u8, bytes[4..8]);
        Assert.InRange(bytes.Length, 1_000, 8_192);
        Assert.True(bytes.IndexOf("moov"u8) < bytes.IndexOf("mdat"u8), $"{across}:{down} has its index after its pictures.");
    }

    [Fact]
    public void Get_AllTen_Differ()
    {
        var contents = Files.Select(row => Convert.ToHexString(SampleVideos.Get((AspectRatio)row[0], (ClipDuration)row[3]).Span));

        Assert.Equal(10, contents.Distinct().Count());
    }

    [Fact]
    public void Get_Twice_GivesTheSameMemory()
    {
        var first = SampleVideos.Get(AspectRatio.Square, ClipDuration.FiveSeconds);
        var second = SampleVideos.Get(AspectRatio.Square, ClipDuration.FiveSeconds);

        Assert.True(first.Equals(second));
    }

    private static string Probe(string path)
    {
        var start = new ProcessStartInfo("ffprobe", ["-v", "error", "-of", "json", "-show_streams", "-show_format", path])
        {
            RedirectStandardOutput = true,
        };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Skip.If(true, "ffprobe is not installed (Debian: apt-get install ffmpeg).");
        }

        using (process)
        {
            var output = process!.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(ProbeBound), "ffprobe did not end.");
            Assert.Equal(0, process.ExitCode);
            return output;
        }
    }
}
