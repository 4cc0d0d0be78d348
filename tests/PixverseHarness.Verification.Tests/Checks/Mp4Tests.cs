using PixverseHarness.Verification.Checks;

namespace PixverseHarness.Verification.Tests.Checks;

public sealed class Mp4Tests
{
    [Fact]
    public void Read_BytesOfAnyLength_NeverThrows()
    {
        var file = new byte[64];
        "ftyp"u8.CopyTo(file.AsSpan(4));
        "moov"u8.CopyTo(file.AsSpan(20));
        for (var size = 0; size < 64; size++)
        {
            file[3] = 16;
            file[19] = (byte)size;
            var part = file.AsSpan(0, size);

            Assert.Null(Mp4.Seconds(part));
            Assert.Null(Mp4.Shape(part));
            Assert.Equal(size > 8, Mp4.IsOne(part));
            Assert.False(Mp4.IsWhole(part));
        }
    }

    [Theory]
    [InlineData("000c ftyp, 0010 moov, 000b mdat", true)]
    [InlineData("000c ftyp, 0010 moov", true)]
    [InlineData("000c ftyp, 0010 moov, 0000 mdat", true)]
    [InlineData("000c ftyp, 000b mdat", false)]
    [InlineData("0010 moov, 000c ftyp", false)]
    [InlineData("000c ftyp, 0010 moov, 0020 mdat", false)]
    [InlineData("000c ftyp, 0010 moov, 0002 mdat", false)]
    public void IsWhole_Boxes_HaveToFillTheFile(string boxes, bool isWhole)
    {
        var file = boxes.Split(", ").SelectMany(Box).ToArray();

        Assert.Equal(isWhole, Mp4.IsWhole(file));
        Assert.False(Mp4.IsWhole([.. file, 1]) && !boxes.Contains("0000", StringComparison.Ordinal));
    }

    // Of the stated size, but at least a head and at most sixteen bytes.
    private static byte[] Box(string text)
    {
        var size = Convert.ToInt32(text[..4], 16);
        var box = new byte[Math.Clamp(size, 8, 16)];
        box[3] = (byte)size;
        System.Text.Encoding.ASCII.GetBytes(text[5..], box.AsSpan(4));
        return box;
    }
}
