using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Tests.Errors;

public sealed class FaultCausesTests
{
    private static readonly ApiProfile NotAcceptable = ApiProfile.Documented with { RejectedValue = RejectedValueStatus.NotAcceptable };

    [Theory]
    [InlineData(ParameterFaultKind.Missing, "missing_parameter")]
    [InlineData(ParameterFaultKind.NotAllowed, "invalid_parameter")]
    [InlineData(ParameterFaultKind.RuleBroken, "invalid_parameter")]
    [InlineData(ParameterFaultKind.MalformedJson, "malformed_body")]
    [InlineData(ParameterFaultKind.NotAnObject, "malformed_body")]
    public void CauseOf_EarlyValidation_RefusesAtSubmit(ParameterFaultKind kind, string cause) =>
        Assert.Equal(cause, FaultCauses.CauseOf(kind, ApiProfile.Documented).Name);

    [Theory]
    [InlineData(ParameterFaultKind.Missing, "late_validation")]
    [InlineData(ParameterFaultKind.NotAllowed, "late_validation")]
    [InlineData(ParameterFaultKind.MalformedJson, "malformed_body")]
    [InlineData(ParameterFaultKind.NotAnObject, "malformed_body")]
    public void CauseOf_LateValidation_FailsTheJobUnlessTheBodyIsUnreadable(ParameterFaultKind kind, string cause) =>
        Assert.Equal(cause, FaultCauses.CauseOf(kind, ApiProfile.Observed).Name);

    [Fact]
    public void CauseOf_RejectedValueSwitch_TouchesOnlyValuesOutsideTheSet()
    {
        Assert.Equal("parameter_value_rejected", FaultCauses.CauseOf(ParameterFaultKind.NotAllowed, NotAcceptable).Name);
        Assert.Equal("invalid_parameter", FaultCauses.CauseOf(ParameterFaultKind.WrongType, NotAcceptable).Name);
    }

    [Fact]
    public void CausesOf_SeveralFaults_NamesEachCauseOnce()
    {
        var faults = new[] { ParameterFaultKind.Missing, ParameterFaultKind.Missing, ParameterFaultKind.Null }
            .Select(kind => new ParameterFault("prompt", kind, "")).ToArray();

        var causes = FaultCauses.CausesOf([.. faults], ApiProfile.Documented);

        Assert.Equal(["missing_parameter", "invalid_parameter"], causes.Select(c => c.Name));
    }
}
