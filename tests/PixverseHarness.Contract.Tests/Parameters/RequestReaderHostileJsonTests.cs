using System.Text;
using CsCheck;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Tests.Parameters;

public sealed class RequestReaderHostileJsonTests
{
    private const string Valid = """{"prompt":"a fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    private static readonly ApiProfile Strict = ApiProfile.Documented with
    {
        UnknownMembers = MemberHandling.Reject,
        DuplicateMembers = MemberHandling.Reject,
    };

    [Theory]
    [InlineData("""\ud800""")]
    [InlineData("""prompt\udc00""")]
    public void Read_MemberNameIsALoneSurrogate_IsOneUnknownMember(string name)
    {
        var body = $$"""{"{{name}}":1,{{Valid[1..]}}""";

        Assert.Empty(Read(body, ApiProfile.Documented).Faults);
        var fault = Assert.Single(Read(body, Strict).Faults);
        Assert.Equal(("\uFFFD", ParameterFaultKind.UnknownMember), (fault.Parameter, fault.Kind));
    }

    [Fact]
    public void Read_MemberNameWrittenInEscapes_IsTheParameter()
    {
        var body = Valid.Replace("prompt", """\u0070rompt""", StringComparison.Ordinal);

        Assert.Equal("a fox", Read(body, Strict).Request.Prompt);
        Assert.Empty(Read(body, Strict).Faults);
    }

    [Fact]
    public void Read_DuplicateMember_TheLastCounts()
    {
        var body = Valid[..^1] + ""","prompt":"a cat"}""";

        Assert.Equal("a cat", Read(body, ApiProfile.Documented).Request.Prompt);
        Assert.Equal(ParameterFaultKind.DuplicateMember, Assert.Single(Read(body, Strict).Faults).Kind);
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_AreMalformed()
    {
        var body = Encoding.Latin1.GetBytes(Valid.Replace("a fox", "un zorro r\u00e1pido", StringComparison.Ordinal));

        Assert.Equal(ParameterFaultKind.MalformedJson, Assert.Single(RequestReader.Read(body, ApiProfile.Documented).Faults).Kind);
    }

    [Theory]
    [InlineData("", ParameterFaultKind.MalformedJson)]
    [InlineData("{", ParameterFaultKind.MalformedJson)]
    [InlineData("[]", ParameterFaultKind.NotAnObject)]
    [InlineData("null", ParameterFaultKind.NotAnObject)]
    public void Read_NoObject_IsTheOnlyFault(string body, ParameterFaultKind kind) =>
        Assert.Equal(kind, Assert.Single(Read(body, Strict).Faults).Kind);

    [Fact]
    public void Read_ValidBodyWithRandomBytesOverwritten_NeverThrows() =>
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Byte, Gen.Int[0, Valid.Length - 1], Gen.Byte).Array[1, 4].Sample(edits =>
        {
            var body = Encoding.UTF8.GetBytes(Valid);
            foreach (var (first, one, second, other) in edits)
            {
                body[first] = one;
                body[second] = other;
            }

            Assert.NotNull(RequestReader.Read(body, Strict).Request.Prompt);
        });

    private static RequestReading Read(string body, ApiProfile profile) => RequestReader.Read(Encoding.UTF8.GetBytes(body), profile);
}
