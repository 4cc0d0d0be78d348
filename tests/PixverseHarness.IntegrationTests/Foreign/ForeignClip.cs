using System.Buffers.Binary;
using System.Text;

namespace PixverseHarness.IntegrationTests.Foreign;

/// <summary>An MP4 file with a header that states size and length, and no picture in it.</summary>
internal static class ForeignClip
{
    private const int Scale = 1000;

    /// <summary>The file of a clip.</summary>
    public static byte[] Of(int width, int height, int seconds)
    {
        var movie = new byte[100];
        BinaryPrimitives.WriteInt32BigEndian(movie.AsSpan(12), Scale);
        BinaryPrimitives.WriteInt32BigEndian(movie.AsSpan(16), seconds * Scale);
        var track = new byte[84];
        BinaryPrimitives.WriteInt32BigEndian(track.AsSpan(76), width << 16);
        BinaryPrimitives.WriteInt32BigEndian(track.AsSpan(80), height << 16);
        return [.. Box("ftyp", "isom\0\0\0\0isom"u8.ToArray()), .. Box("moov", [.. Box("mvhd", movie), .. Box("trak", Box("tkhd", track))]), .. Box("mdat", new byte[64])];
    }

    private static byte[] Box(string name, byte[] content)
    {
        var box = new byte[content.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(name, box.AsSpan(4));
        content.CopyTo(box, 8);
        return box;
    }
}
