namespace PixverseHarness.Cli.Doctor;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Health">How it stands.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Remedy">What to do, or what goes without it; null when all is well.</param>
internal sealed record DoctorCheck(string Name, Health Health, string Finding, string? Remedy = null);
