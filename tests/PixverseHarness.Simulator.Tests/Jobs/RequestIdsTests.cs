using CsCheck;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Jobs;

namespace PixverseHarness.Simulator.Tests.Jobs;

public sealed class RequestIdsTests
{
    private static readonly Gen<UInt128> Ids = Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new UInt128(high, low));

    [Fact]
    public void Write_Uuid_IsAVersion4Uuid()
    {
        Ids.Sample(id =>
        {
            var text = RequestIds.Write(id, RequestIdFormat.Uuid);
            var uuid = Guid.ParseExact(text, "D");
            Assert.Equal((4, true), (uuid.Version, uuid.Variant is >= 8 and <= 11));
            Assert.Equal(text, uuid.ToString("D"));
        });
    }

    [Fact]
    public void Write_Hex32_Is32LowerHexDigitsAndNoVersion4()
    {
        Ids.Sample(id =>
        {
            var text = RequestIds.Write(id, RequestIdFormat.Hex32);
            Assert.Matches("^[0-9a-f]{32}$", text);
            Assert.NotEqual('4', text[12]);
        });
    }
}
