using System.Buffers.Binary;

namespace PixverseHarness.Verification.Checks;

/// <summary>Reads what a clause needs from an MP4 file: its brand box, the size of its picture and its length (ISO/IEC 14496-12).</summary>
internal static class Mp4
{
    private const int BoxHead = 8;
    private const int LongSize = 1;

    /// <summary>Whether bytes 5 to 8 read <c>ftyp</c>.</summary>
    public static bool IsOne(ReadOnlySpan<byte> file) => file.Length > BoxHead && file[4..8].SequenceEqual("ftyp"u8);

    /// <summary>Length of the film in seconds; null when the file does not say.</summary>
    public static double? Seconds(ReadOnlySpan<byte> file)
    {
        var head = Find(Find(file, "moov"u8), "mvhd"u8);
        if (head.Length < 32)
        {
            return null;
        }

        var isLong = head[0] == 1;
        var scale = BinaryPrimitives.ReadUInt32BigEndian(head[(isLong ? 20 : 12)..]);
        var length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(head[24..]) : BinaryPrimitives.ReadUInt32BigEndian(head[16..]);
        return scale == 0 ? null : (double)length / scale;
    }

    /// <summary>Width by height of the picture; null when the file does not say.</summary>
    public static double? Shape(ReadOnlySpan<byte> file)
    {
        var track = Find(Find(Find(file, "moov"u8), "trak"u8), "tkhd"u8);
        if (track.Length < 8)
        {
            return null;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(track[^8..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(track[^4..]);
        return height == 0 ? null : (double)width / height;
    }

    /// <summary>Whether the boxes of a file, a movie among them, take up just its bytes.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        if (!IsOne(file) || Find(file, "moov"u8).IsEmpty)
        {
            return false;
        }

        while (file.Length >= BoxHead)
        {
            ulong size = BinaryPrimitives.ReadUInt32BigEndian(file);
            if (size == LongSize && file.Length >= 2 * BoxHead)
            {
                size = BinaryPrimitives.ReadUInt64BigEndian(file[BoxHead..]);
            }

            // The last box may leave its size open.
            if (size == 0)
            {
                return true;
            }

            if (size < BoxHead || size > (ulong)file.Length)
            {
                return false;
            }

            file = file[(int)size..];
        }

        return file.IsEmpty;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> boxes, ReadOnlySpan<byte> name)
    {
        while (boxes.Length >= BoxHead)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(boxes);
            if (size < BoxHead || size > boxes.Length)
            {
                break;
            }

            if (boxes[4..8].SequenceEqual(name))
            {
                return boxes[BoxHead..(int)size];
            }

            boxes = boxes[(int)size..];
        }

        return [];
    }
}
