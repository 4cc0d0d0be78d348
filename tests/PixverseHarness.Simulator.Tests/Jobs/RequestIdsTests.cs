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
            var text = RequestIds.Write(RequestIds.Mint(id, RequestIdFormat.Uuid), RequestIdFormat.Uuid);
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
            var text = RequestIds.Write(RequestIds.Mint(id, RequestIdFormat.Hex32), RequestIdFormat.Hex32);
            Assert.Matches("^[0-9a-f]{32}$", text);
            Assert.NotEqual('4', text[12]);
        });
    }

    [Fact]
    public void Parse_WhatWasWritten_IsTheSameNumber()
    {
        Gen.Select(Ids, Gen.Enum<RequestIdFormat>()).Sample((random, format) =>
        {
            var id = RequestIds.Mint(random, format);
            Assert.Equal(id, RequestIds.Parse(RequestIds.Write(id, format), format));
        });
    }

    [Theory]
    [InlineData("", RequestIdFormat.Uuid)]
    [InlineData("9B1E44C0-7D3A-4F22-86E0-C1D4AB97F035", RequestIdFormat.Uuid)]
    [InlineData("9b1e44c07d3a4f2286e0c1d4ab97f035", RequestIdFormat.Uuid)]
    [InlineData("9b1e44c0-7d3a-4f22-86e0-c1d4ab97f035", RequestIdFormat.Hex32)]
    [InlineData("9b1e44c0+7d3a+4f22+86e0+c1d4ab97f035", RequestIdFormat.Uuid)]
    [InlineData("+b1e44c07d3a4f2286e0c1d4ab97f035", RequestIdFormat.Hex32)]
    [InlineData("9b1e44c07d3a4f2286e0c1d4ab97f03g", RequestIdFormat.Hex32)]
    public void Parse_AnotherFormOrCase_IsNoId(string text, RequestIdFormat format) => Assert.Null(RequestIds.Parse(text, format));
}
