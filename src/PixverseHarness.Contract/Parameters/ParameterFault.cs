namespace PixverseHarness.Contract.Parameters;

/// <summary>One reason why a request body is not valid.</summary>
/// <param name="Parameter">Name of the JSON member, or the empty string for the body as a whole.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Message">One sentence for people; the wording is ours, the API's own is unpublished.</param>
/// <param name="Rule">The broken cross-field rule, when <paramref name="Kind"/> is <see cref="ParameterFaultKind.RuleBroken"/>.</param>
public sealed record ParameterFault(string Parameter, ParameterFaultKind Kind, string Message, CrossFieldRule? Rule = null);
