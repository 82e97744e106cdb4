using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Unfold.Results;

namespace Unfold.Reporting;

/// <summary>
/// Verifications as JUnit XML, which CI systems show: a test suite for every experiment, a test case for every run, expected figure and claim.
/// There is no schema that all agree on; these are the elements and attributes that Jenkins, GitLab, GitHub's actions and Azure read.
/// </summary>
public static class JUnitReport
{
    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="ResultsException">UFR001 or UFR002.</exception>
    public static void Write(string path, IReadOnlyList<VerificationSuite> suites)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        AtomicFile.Write(path, stream =>
        {
            using var writer = XmlWriter.Create(stream, settings);
            Document(suites).Save(writer);
        });
    }

    /// <summary>The document.</summary>
    public static XDocument Document(IReadOnlyList<VerificationSuite> suites)
    {
        ArgumentNullException.ThrowIfNull(suites);
        return new XDocument(new XElement("testsuites", new XAttribute("name", "unfold verify"), Counts([.. suites.SelectMany(s => s.Cases)]), suites.Select(Suite)));
    }

    private static XElement Suite(VerificationSuite suite) =>
        new("testsuite", new XAttribute("name", XmlText.Of(suite.Experiment)), Counts(suite.Cases), suite.Cases.Select(c => Case(suite, c)));

    private static XElement Case(VerificationSuite suite, VerificationCase one) => new(
        "testcase",
        new XAttribute("classname", XmlText.Of(suite.Experiment)),
        new XAttribute("name", XmlText.Of(one.Name)),
        new XAttribute("time", "0"),
        one.Outcome switch
        {
            CaseOutcome.Passed => null,
            CaseOutcome.Skipped => new XElement("skipped", Message(one)),
            CaseOutcome.Error => Told("error", one),
            _ => Told("failure", one),
        });

    // Some systems show the text alone, some the attribute alone.
    private static XElement Told(string element, VerificationCase one) =>
        new(element, Message(one), new XAttribute("type", element), XmlText.Of(one.Details.Length == 0 ? one.Message ?? "" : one.Details));

    private static XAttribute Message(VerificationCase one) => new("message", XmlText.Of(one.Message ?? ""));

    // How long a run took is of its machine, and in its records: a file of today's verification says the same everywhere.
    private static XAttribute[] Counts(IReadOnlyList<VerificationCase> cases) =>
    [
        new("tests", Text(cases.Count)),
        new("failures", Text(cases.Count(c => c.Outcome == CaseOutcome.Failed))),
        new("errors", Text(cases.Count(c => c.Outcome == CaseOutcome.Error))),
        new("skipped", Text(cases.Count(c => c.Outcome == CaseOutcome.Skipped))),
        new("time", "0"),
    ];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
