namespace PixverseHarness.Cli.Doctor;

/// <summary>One line of the table of packages.</summary>
/// <param name="Package">Name of the package.</param>
/// <param name="Does">What it does here.</param>
/// <param name="Where">The project that uses it.</param>
/// <param name="IsOnByDefault">Whether it is part of every build.</param>
/// <param name="Version">The version that the tests passed with.</param>
/// <param name="SwitchedOnBy">How it is switched on.</param>
internal sealed record PackageRow(string Package, string Does, string Where, bool IsOnByDefault, string Version, string SwitchedOnBy);
