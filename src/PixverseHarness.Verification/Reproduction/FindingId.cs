using System.Security.Cryptography;
using System.Text;

namespace PixverseHarness.Verification.Reproduction;

/// <summary>Ids of findings: the same difference has the same id in every run.</summary>
internal static class FindingId
{
    private const int Digits = 10;

    /// <summary>The id of a difference.</summary>
    /// <param name="clause">Id of the clause.</param>
    /// <param name="where">Operation and part of the answer, without values.</param>
    public static string Of(string clause, string where) =>
        "PVF-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{clause} {where}")))[..Digits];
}
