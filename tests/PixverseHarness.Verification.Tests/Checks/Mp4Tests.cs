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
        }
    }
}
